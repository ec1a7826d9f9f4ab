using System.Globalization;
using Zakhid.Clauses;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Reading;

/// <summary>
/// A person corrects fields of a reading, or confirms them as they are: both answer the doubt and stay marked with who and when.
/// The reading itself never changes.
/// </summary>
public sealed class CorrectReading(Store store)
{
    /// <summary>One field; the same value confirms it.</summary>
    /// <exception cref="RuleBroken">As below.</exception>
    public Task Run(Actor by, Moment at, long import, string pointer, string? value, CancellationToken stop = default) =>
        Run(by, at, import, new Dictionary<string, string?>(StringComparer.Ordinal) { [pointer] = value }, [pointer], null, stop);

    /// <summary>Several fields at once, all or none.</summary>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="import">Which reading.</param>
    /// <param name="values">Pointer → text; what is equal to what stands there changes nothing.</param>
    /// <param name="confirmed">Pointers that were looked at: they are marked even where nothing changed.</param>
    /// <param name="seen">The version that the person was looking at; null: whatever it is.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="RuleBroken">«import.unknown», «import.adopted», «plan.not-for-you», «reading.too-long», «reading.date», «reading.reporting», «reading.text-missing», «reading.changed», «body.choose», «body.no-such».</exception>
    public Task Run(Actor by, Moment at, long import, IReadOnlyDictionary<string, string?> values, IReadOnlyCollection<string> confirmed, long? seen, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await Open(w, import);
        var changes = new List<Correction>();
        foreach (var (pointer, typed) in values)
        {
            var before = sheet.Value(pointer);
            var value = pointer.StartsWith(ImportSheet.SameBody, StringComparison.Ordinal) ? await SameBody(w, sheet, typed) : typed?.ReplaceLineEndings("\n").Trim() == before ? before : Checked(pointer, typed);
            if (before == value && !confirmed.Contains(pointer)) continue;
            if (before != value && seen is { } version && sheet.Corrections.Skip((int)version).LastOrDefault(c => c.Pointer == pointer && c.Value != c.Before) is { } theirs) throw new RuleBroken("reading.changed", theirs.Who ?? "", theirs.At);
            changes.Add(new(pointer, value, before, by.Person, at.At, at.Day, null));
        }
        await Keep(w, sheet, changes);
    }, stop);

    /// <summary>Which body of the register a name is: its number, its name, or that it is another.</summary>
    static async Task<string> SameBody(WriteScope w, ImportSheet sheet, string? typed)
    {
        var said = typed?.Trim() ?? "";
        if (said.Length == 0) throw new RuleBroken("body.choose");
        if (said.Equals(ImportSheet.AnotherBody, StringComparison.OrdinalIgnoreCase) || said.Equals("new", StringComparison.OrdinalIgnoreCase)) return ImportSheet.AnotherBody;
        var id = long.TryParse(said, CultureInfo.InvariantCulture, out var number) && sheet.Register.All.Any(b => b.Id == number) ? number : await RegisterSearch.One(w, said);
        return id.ToString(CultureInfo.InvariantCulture);
    }

    internal static async Task<ImportSheet> Open(WriteScope w, long import)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator)) throw new RuleBroken("plan.not-for-you");
        var sheet = await ImportSheet.Find(w, import);
        return sheet.PlanId is null ? sheet : throw new RuleBroken("import.adopted");
    }

    /// <summary>Keeps what was changed, and what the list of plans shows of the reading.</summary>
    internal static async Task Keep(WriteScope w, ImportSheet sheet, IReadOnlyList<Correction> changes)
    {
        if (changes.Count == 0) return;
        await w.DoMany("correction", changes.Select((c, i) => new { ImportId = sheet.Id, Position = sheet.Corrections.Count + i + 1, c.Pointer, c.Value, c.Before, c.Day, c.At, c.PersonId }).ToList());
        var after = sheet.With(changes);
        await w.Do("""
            UPDATE import SET version = version + @count, identity = @identity, title = @title, measures = @measures, questions = @questions
            WHERE authority_id = @authority AND id = @Id
            """, new
        {
            sheet.Id,
            count = changes.Count,
            identity = AdoptPlan.Identity(after.Reading.Act, sheet.TextHash),
            title = after.Reading.PlanTitle ?? after.Reading.Act.Title ?? sheet.FileName,
            measures = after.Reading.Measures.Count,
            questions = after.Open.Count,
        });
        foreach (var c in changes) await w.Log(c.Before == c.Value ? "reading.confirmed" : "reading.corrected", $"import/{sheet.Id}", new { pointer = c.Pointer, before = c.Before, value = c.Value });
    }

    /// <summary>A text as it is kept: blanks at its ends taken away, a day in one form.</summary>
    internal static string? Checked(string pointer, string? typed)
    {
        var field = pointer[(pointer.LastIndexOf('/') + 1)..];
        var value = typed?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (value is null or "") return field == "text" ? throw new RuleBroken("reading.text-missing") : null;
        if (value.Length > ReadingFields.Longest(field)) throw new RuleBroken("reading.too-long", value.Length, ReadingFields.Longest(field));
        // Read here once, so that what cannot be read is told to who typed it.
        if (pointer == "/act/reporting") return ReportingLines.Write(ReportingLines.Read(value));
        if (pointer != "/act/date") return value;

        var tokens = Token.Cut(value);
        return PrintedDate.At(tokens, 0) is { Date: { } day } ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : throw new RuleBroken("reading.date");
    }
}
