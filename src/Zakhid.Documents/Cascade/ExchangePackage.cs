using System.Text.Json.Serialization;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.Documents.Cascade;

/// <summary>What a package is for: a higher plan given as a task, or a period's report on it as the answer.</summary>
public enum PackageKind { Task, Answer }

/// <summary>An authority at either end of an exchange. The code of the register of enterprises decides where both ends have it, else the name.</summary>
public sealed record Party(string Name, string? Edrpou = null)
{
    [JsonIgnore]
    public string Key => Folding.Key(Name);
    public bool Is(Party other) => Edrpou is { Length: > 0 } code && other.Edrpou is { Length: > 0 } theirs ? code == theirs : Key == other.Key;
}

/// <summary>
/// Everything that passes from one authority to another in one file. Measures are counted from one, in the order of
/// <see cref="Measures"/>. Equal contents give equal bytes.
/// </summary>
public sealed record ExchangePackage
{
    public required PackageKind Kind { get; init; }
    /// <summary>The issuer's own: «2020-0001».</summary>
    public required string Number { get; init; }
    /// <summary>Of packages about one plan and period to one addressee, from one.</summary>
    public required int Edition { get; init; }
    /// <summary>The issuer's day on which it was made.</summary>
    public required DateOnly Day { get; init; }
    public required Party Issuer { get; init; }
    public required Party Addressee { get; init; }
    /// <summary>The act of the plan, the issuer's own, with its clauses and the days of reports that are in force.</summary>
    public required Act Act { get; init; }
    public required string Title { get; init; }
    public IReadOnlyList<string> Sections { get; init; } = [];
    public required IReadOnlyList<Measure> Measures { get; init; }
    /// <summary>The acts above the plan's own, nearest first, as far as the issuer knows them.</summary>
    public IReadOnlyList<Act> Above { get; init; } = [];
    public IReadOnlyList<PackageLink> Links { get; init; } = [];
    /// <summary>The period's consolidated report as it was sent; null in a task.</summary>
    public PackageReport? Report { get; init; }
    public IReadOnlyList<PackageEvidence> Evidence { get; init; } = [];
    /// <summary>Bytes by their SHA-256, for as many of <see cref="Evidence"/> as were laid in.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);
    /// <summary>Whether figures and texts are samples of a demonstration.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A measure of this plan that carries out a measure of a higher one.</summary>
/// <param name="Measure">Of this plan, from one.</param>
/// <param name="Higher">The higher act: issuer, kind, number, date.</param>
/// <param name="Position">Of the higher measure in its plan, from one.</param>
/// <param name="Text">Of the higher measure, as it was when they were linked.</param>
public sealed record PackageLink(int Measure, Act Higher, int Position, string Text);

/// <summary>What was sent for a period.</summary>
/// <param name="Period">«2020-Q3».</param>
/// <param name="Edition">1, or that of a supplement.</param>
/// <param name="Checkpoint">The mark of the issuer's log that is printed in the paper.</param>
public sealed record PackageReport(string Period, int Edition, DateOnly SentDay, string DocxSha256, string RowsSha256, string Checkpoint, IReadOnlyList<PackageRow> Rows);

/// <summary>A measure in the report: its text, the state confirmed there, its figures, and who gave nothing.</summary>
public sealed record PackageRow(int Measure, string Text, ExecutionState? State, IReadOnlyList<PackageFigure> Figures, IReadOnlyList<string> Silent);

/// <summary>A figure summed over the executors of one measure.</summary>
public sealed record PackageFigure(string? Metric, string? Unit, decimal Value);

/// <summary>A file that proves a report: its hash always, its bytes where they were laid in.</summary>
public sealed record PackageEvidence(int Measure, string Name, long Size, string Sha256, string MediaType);
