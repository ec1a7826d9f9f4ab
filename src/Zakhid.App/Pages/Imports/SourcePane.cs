namespace Zakhid.App.Pages.Imports;

/// The document beside its reading; Html null: it cannot be shown, and Refused says why where the file is there.
sealed record SourcePane(string FileName, string Import, string? Html, bool IsExcerpt)
{
    public string? Refused { get; init; }
    /// The pages of the file as pictures; the other view is its text.
    public bool AsPages { get; init; }
    /// Both views are there.
    public bool HasPages { get; init; }
}
