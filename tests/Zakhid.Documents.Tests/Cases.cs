using System.Runtime.CompilerServices;

namespace Zakhid.Documents.Tests;

/// <summary>The real plans under tests/Cases, found from the place of this source file.</summary>
static class Cases
{
    public static string Plans { get; } = Path.Combine(Root(), "Cases", "plans", "docs");
    public static string Golden { get; } = Path.Combine(Root(), "Zakhid.Documents.Tests", "Golden");

    public static string Pictures { get; } = Path.Combine(Root(), "Zakhid.Documents.Tests", "Pictures");

    public static string Plan(string file) => Path.Combine(Plans, file);

    /// <summary>A PDF is read where poppler is installed.</summary>
    public static void SkipWithoutProgram(string file) => Assert.SkipUnless(!file.EndsWith(".pdf", StringComparison.Ordinal) || DocumentFile.ReadsPdf, "poppler is not installed");

    static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));
}
