namespace Zakhid.App.Pages.Imports;

/// The document beside its reading; null: the file is gone.
sealed record SourcePane(string FileName, string Import, string? Html, bool IsExcerpt);
