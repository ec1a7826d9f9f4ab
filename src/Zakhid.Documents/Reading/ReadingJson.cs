using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zakhid.Documents.Amendments;

namespace Zakhid.Documents.Reading;

/// <summary>
/// A reading as JSON in the schema of tests/Cases/plans/SCHEMA.md, with the places, remarks and doubts beside it. One
/// object a file; a refused file is an object of its own kind.
/// </summary>
public static class ReadingJson
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(PlanReading reading, Stream into)
    {
        using var json = new Utf8JsonWriter(into, Options);
        json.WriteStartObject();
        json.WriteString("file", reading.FileName);
        WriteAct(json, reading.Act);
        if (reading.PlanTitle is { } title) json.WriteString("plan_title", title);
        if (reading.PlanSignedBy is { } signed) json.WriteString("plan_signed_by", signed);
        if (reading.LooksLike is { } kind) json.WriteString("looks_like", kind);
        WriteStrings(json, "sections", reading.Sections);
        json.WriteStartArray("measures");
        foreach (var measure in reading.Measures) WriteMeasure(json, measure);
        json.WriteEndArray();
        if (reading.Amendments.Count > 0) AmendmentJson.Write(json, reading);
        WriteRemarks(json, reading.Remarks);
        json.WriteStartObject("places");
        foreach (var (pointer, place) in reading.Places) WritePlace(json, pointer, place);
        json.WriteEndObject();
        WriteStrings(json, "unsure", reading.Unsure);
        json.WriteEndObject();
    }

    /// <summary>What stands instead of a reading where the file could not be read.</summary>
    public static void WriteRefusal(string file, FileRefused refused, Stream into) => WriteRefusal(file, CodeOf(refused), refused.Message, into);

    /// <summary>The reason as a word for programs («forged_size»).</summary>
    public static string CodeOf(FileRefused refused) => Code(refused.Code.ToString());

    /// <inheritdoc cref="WriteRefusal(string, FileRefused, Stream)"/>
    public static void WriteRefusal(string file, string code, string reason, Stream into)
    {
        using var json = new Utf8JsonWriter(into, Options);
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteBoolean("refused", true);
        json.WriteString("code", code);
        json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    static void WriteAct(Utf8JsonWriter json, Act act)
    {
        json.WriteStartObject("act");
        json.WriteString("authority", act.Issuer);
        json.WriteString("kind", act.Kind);
        json.WriteString("number", act.Number);
        json.WriteString("date", Iso(act.Date));
        json.WriteString("title", act.Title);
        json.WriteString("signatory", act.Signatory);
        json.WriteString("status", act.IsDraft ? "draft" : "approved");
        WriteActs(json, "supersedes", act.Supersedes);
        if (act.Amends.Count > 0) WriteActs(json, "amends", act.Amends);
        WriteStrings(json, "control", act.Control);
        json.WriteStartArray("reporting");
        foreach (var clause in act.Reporting) WriteReporting(json, clause);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteActs(Utf8JsonWriter json, string name, IReadOnlyList<ActReference> acts)
    {
        json.WriteStartArray(name);
        foreach (var act in acts)
        {
            json.WriteStartObject();
            json.WriteString("kind", act.Kind);
            json.WriteString("number", act.Number);
            json.WriteString("date", Iso(act.Date));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteReporting(Utf8JsonWriter json, ReportingClause clause)
    {
        json.WriteStartObject();
        json.WriteString("who", clause.Who);
        json.WriteString("to", clause.To);
        json.WriteString("periodicity", clause.Once ? "одноразово" : Periodicity(clause.Periodicity));
        if (clause.Day is { } day) json.WriteNumber("day", day); else json.WriteNull("day");
        json.WriteString("month_rule", MonthRuleOf(clause));
        json.WriteString("text", clause.Text);
        json.WriteEndObject();
    }

    static void WriteMeasure(Utf8JsonWriter json, Measure measure)
    {
        json.WriteStartObject();
        json.WriteString("no", measure.Number);
        json.WriteString("section", measure.Section);
        json.WriteString("text", measure.Text);
        json.WriteString("goal", measure.Goal);
        json.WriteString("audience", measure.Audience);
        json.WriteString("criteria", measure.Criteria);
        json.WriteString("funding", measure.Funding);
        json.WriteString("term_text", measure.TermText);
        json.WriteStartArray("executors");
        foreach (var executor in measure.Executors)
        {
            json.WriteStartObject();
            json.WriteString("name", executor.Name);
            json.WriteBoolean("consent", executor.ByConsent);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (measure.Venue is { } venue) json.WriteString("place", venue);
        if (measure.Supervisors.Count > 0) WriteStrings(json, "supervisors", measure.Supervisors);
        if (measure.Indicators.Count > 0)
        {
            json.WriteStartObject("indicators");
            foreach (var (year, value) in measure.Indicators) json.WriteString(year, value);
            json.WriteEndObject();
        }
        if (measure.FundingItems.Count > 0) WriteFunding(json, measure.FundingItems);
        json.WriteEndObject();
    }

    static void WriteFunding(Utf8JsonWriter json, IReadOnlyList<FundingItem> items)
    {
        json.WriteStartArray("funding_items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("source", item.Source);
            foreach (var (year, sum) in item.Sums) json.WriteNumber(year, sum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteRemarks(Utf8JsonWriter json, IReadOnlyList<Remark> remarks)
    {
        json.WriteStartArray("remarks");
        foreach (var remark in remarks)
        {
            json.WriteStartObject();
            json.WriteString("code", remark.Code);
            json.WriteString("pointer", remark.Pointer);
            if (remark.Place is { } place) WritePlace(json, "place", place); else json.WriteNull("place");
            json.WriteString("text", remark.Text);
            json.WriteString("proposal", remark.Proposal);
            json.WriteString("severity", Code(remark.Severity.ToString()));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void WritePlace(Utf8JsonWriter json, string name, Place place)
    {
        json.WriteStartObject(name);
        if (place.Page is { } page) json.WriteNumber("page", page);
        if (place.Paragraph is { } paragraph) json.WriteNumber("paragraph", paragraph);
        if (place.Table is { } table) json.WriteNumber("table", table);
        if (place.Row is { } row) json.WriteNumber("row", row);
        if (place.Cell is { } cell) json.WriteNumber("cell", cell);
        if (place.Sheet is { } sheet)
        {
            json.WriteStartObject("sheet");
            json.WriteString("name", sheet.Name);
            if (sheet.Row is { } sheetRow) json.WriteNumber("row", sheetRow);
            if (sheet.Letters() is { } letters) json.WriteString("column", letters);
            json.WriteEndObject();
        }
        if (place.Box is { } box)
        {
            json.WriteStartArray("box");
            foreach (var side in (ReadOnlySpan<double>)[box.Left, box.Top, box.Width, box.Height]) json.WriteNumberValue(Math.Round(side, 2));
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    internal static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Periodicity(PeriodLength? length) => length switch
    {
        PeriodLength.Day => "щодня",
        PeriodLength.Week => "щотижня",
        PeriodLength.Decade => "щодекади",
        PeriodLength.Month => "щомісяця",
        PeriodLength.Quarter => "щокварталу",
        PeriodLength.HalfYear => "щопівроку",
        PeriodLength.Year => "щороку",
        _ => null,
    };

    static string? MonthRuleOf(ReportingClause clause) => clause.MonthRule switch
    {
        MonthRule.LastMonthOfPeriod => "last_month_of_period",
        MonthRule.NextMonth => "next_month",
        MonthRule.SameMonth => "same_month",
        MonthRule.Fixed => "fixed:" + string.Join(',', clause.Months.Select(m => m.ToString("00", CultureInfo.InvariantCulture))),
        _ => null,
    };

    /// <summary>«ForgedSize» → «forged_size».</summary>
    internal static string Code(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
