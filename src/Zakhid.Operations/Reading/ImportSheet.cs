using Zakhid.Bodies;
using Zakhid.Documents;
using Zakhid.Documents.Reading;
using Zakhid.Executors;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reading;

/// <summary>A reading that waits for a person, with what was corrected in it and what is still doubtful.</summary>
public sealed record ImportSheet
{
    public required long Id { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }
    public required string TextHash { get; init; }
    public required DateOnly Day { get; init; }
    /// <summary>Grows with every correction.</summary>
    public required long Version { get; init; }
    public long? PlanId { get; init; }
    /// <summary>The import whose act this file has with another text: a person has to choose between them first.</summary>
    public long? Changes { get; init; }
    /// <summary>As read; it never changes.</summary>
    public required PlanReading Read { get; init; }
    public required IReadOnlyList<Correction> Corrections { get; init; }
    /// <summary>Bodies that the authority knows already.</summary>
    public BodyRegister Register { get; init; } = BodyRegister.Empty;

    CorrectedReading? _corrected;
    PlanReading? _reading;
    IReadOnlyList<Doubt>? _doubts;

    ILookup<string, Correction>? _byPointer;

    IEnumerable<Correction> Of(string pointer) => Corrections.Count == 0 ? [] : (_byPointer ??= Corrections.ToLookup(c => c.Pointer, StringComparer.Ordinal))[pointer];

    CorrectedReading Corrected => _corrected ??= new(Read, Corrections);

    /// <summary>As corrected; the remarks are those of the corrected text, their measures counted as they now stand.</summary>
    public PlanReading Reading => _reading ??= Corrections.Count == 0 && Register.Count == 0 ? Read : Linted.Of(Corrected.Reading, Register);

    /// <summary>All measures in their order, removed and added ones too.</summary>
    public IReadOnlyList<ReadMeasure> Measures => Corrected.Measures;

    /// <exception cref="RuleBroken">«measure.unknown».</exception>
    public ReadMeasure Measure(int key) => Corrected.Find(key) ?? throw new RuleBroken("measure.unknown");

    /// <summary>What a person has to look at, in the order of the file; a doubt is answered by a correction or by confirming.</summary>
    public IReadOnlyList<Doubt> Doubts => _doubts ??= FindDoubts();
    public IReadOnlyList<Doubt> Open => [.. Doubts.Where(d => !d.IsAnswered)];

    /// <summary>The last correction or confirmation of a field, by its pointer.</summary>
    public Correction? Last(string pointer) => Of(pointer).LastOrDefault();

    /// <summary>The last change of a field and the value before the first: «виправлено»; null where it is as read.</summary>
    public (Correction By, string? Printed)? Changed(string pointer)
    {
        var all = Of(pointer).Where(c => c.Before != c.Value).ToList();
        return all.Count > 0 && all[0].Before != all[^1].Value ? (all[^1], all[0].Before) : null;
    }

    public ReadMeasure? FindMeasure(int key) => Corrected.Find(key);

    public Place? PlaceOf(string pointer) => Read.Places.GetValueOrDefault(pointer);

    /// <summary>The value of a pointer as text, for showing and comparing.</summary>
    public string? Value(string pointer) => pointer.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["act", var field] => ReadingFields.Of(Corrected.Reading, field),
        ["plan", "title"] => Corrected.Reading.PlanTitle,
        ["measures", var key, var field] when int.TryParse(key, out var n) && Corrected.Find(n) is { } measure => ReadingFields.Of(measure.Measure, field, Corrected.Reading.Act.Issuer),
        ["bodies", _] => Last(pointer)?.Value,
        _ => null,
    };

    /// <summary>Who corrected which field of the corrected reading, by its pointers there.</summary>
    public IReadOnlyDictionary<string, CorrectedField> ByHand()
    {
        var fields = new Dictionary<string, CorrectedField>(StringComparer.Ordinal);
        foreach (var pointer in Corrections.Select(c => c.Pointer).Distinct(StringComparer.Ordinal))
            if (Corrected.ToPosition(pointer) is { } position && Changed(pointer) is var (by, printed))
                fields[position] = new(printed, by.PersonId, by.At);
        return fields;
    }

    /// <summary>What the plan would be as it stands.</summary>
    /// <param name="coordinator">The name of the body that consolidates; null: as the act says.</param>
    public MadePlan Make(string? coordinator = null) => Make(Reading, coordinator);

    /// <summary>Likewise, of a reading with something supposed.</summary>
    public MadePlan Make(PlanReading reading, string? coordinator = null) => MakePlan.Of(reading, ByHand(), coordinator, Known);

    /// <summary>The body of the register that a name is: by itself, or as a person has said.</summary>
    KnownBody? Known(NamedBody named, string printed) =>
        Register.Find(named, printed) ?? (long.TryParse(Last(SameBody + named.Key)?.Value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? Register.All.FirstOrDefault(b => b.Id == id) : null);

    /// <summary>Beginning of the pointer of a question «is it the same body?»; the key of the name in the plan follows.</summary>
    public const string SameBody = "/bodies/";
    /// <summary>The answer that it is a body of its own.</summary>
    public const string AnotherBody = "новий";

    /// <summary>The bodies that the name of such a question may mean, the likeliest first.</summary>
    public IReadOnlyList<KnownBody> Alike(string pointer)
    {
        var executors = MeasureExecutors.Of(Reading.Measures, Reading.Act.Issuer).SelectMany(e => e).ToList();
        var names = BodyNames.Of(executors);
        return executors.Find(e => SameBody + names[e].Key == pointer) is { } executor ? Register.Alike(names[executor], executor) : [];
    }

    /// <summary>With further corrections.</summary>
    internal ImportSheet With(IReadOnlyList<Correction> changes) => new()
    {
        Id = Id,
        FileName = FileName,
        Sha256 = Sha256,
        TextHash = TextHash,
        Day = Day,
        Version = Version,
        PlanId = PlanId,
        Changes = Changes,
        Read = Read,
        Register = Register,
        Corrections = [.. Corrections, .. changes],
    };

    /// <exception cref="RuleBroken">«import.unknown».</exception>
    public static async Task<ImportSheet> Find(Scope scope, long id)
    {
        var row = await scope.Find<Row>("SELECT id, file_name, sha256, text_hash, day, version, plan_id, changes_import_id, reading FROM import WHERE authority_id = @authority AND id = @id AND withdrawn_at IS NULL", new { id })
            ?? throw new RuleBroken("import.unknown");
        return new()
        {
            Id = row.Id,
            FileName = row.FileName,
            Sha256 = row.Sha256,
            TextHash = row.TextHash,
            Day = row.Day,
            Version = row.Version,
            PlanId = row.PlanId,
            Changes = row.ChangesImportId,
            Read = Json.Read<PlanReading>(row.Reading),
            Corrections = await scope.All<Correction>("""
                SELECT c.pointer, c.value, c.before, c.person_id, c.at, c.day, COALESCE(p.name, p.post) AS who FROM correction c
                LEFT JOIN person p ON p.authority_id = c.authority_id AND p.id = c.person_id
                WHERE c.authority_id = @authority AND c.import_id = @id ORDER BY c.position
                """, new { id }),
            Register = await RegisterSearch.Known(scope),
        };
    }

    List<Doubt> FindDoubts()
    {
        var asked = Reading.Remarks.Where(r => r.Severity == Severity.Question).GroupBy(KeyOf, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var pointers = asked.Keys.Concat(Reading.Unsure).Distinct(StringComparer.Ordinal);
        return [.. pointers.Select(pointer => Of(Corrected.ToKey(pointer), asked.GetValueOrDefault(pointer) ?? [])).OrderBy(d => Order(d.Pointer))];
    }

    Doubt Of(string pointer, List<Remark> remarks) =>
        // Requisites are not confirmed as absent: they are entered.
        new(pointer, remarks, !remarks.Exists(r => r.Code is "act.draft" or "act.no-date") && Last(pointer) is not null);

    /// <summary>What is said of a field is answered at the field; anything else by itself, where it stands in the file.</summary>
    static string KeyOf(Remark remark) => IsField(remark.Pointer) ? remark.Pointer : $"/remarks/{remark.Code}/{DocumentHtml.Id(remark.Place)}".TrimEnd('/');

    int Order(string pointer) => pointer.Split('/') switch
    {
        ["", "measures", var key, ..] when int.TryParse(key, out var n) => 1 + (Corrected.Find(n)?.Position ?? n),
        ["", "act", ..] => 0,
        _ => int.MaxValue,
    };

    static bool IsField(string pointer) => pointer.Split('/') is ["", "act", "authority" or "kind" or "number" or "date" or "title" or "signatory"] or ["", "measures", _, _] or ["", "bodies", _];

    sealed record Row(long Id, string FileName, string Sha256, string TextHash, DateOnly Day, long Version, long? PlanId, long? ChangesImportId, string Reading);
}

/// <summary>A field, or a thing said of the file as a whole («/remarks/document.hidden»), that a person looks at before the plan runs.</summary>
public sealed record Doubt(string Pointer, IReadOnlyList<Remark> Remarks, bool IsAnswered);

/// <summary>What a person made of a field, and what it was; equal: confirmed. <see cref="Who"/>: name or post, null for the program.</summary>
public sealed record Correction(string Pointer, string? Value, string? Before, long PersonId, DateTimeOffset At, DateOnly Day, string? Who);
