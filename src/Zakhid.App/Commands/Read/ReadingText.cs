using System.Globalization;
using System.Text;
using Zakhid.App.Web;
using Zakhid.Documents;
using Zakhid.Documents.Reading;

namespace Zakhid.App.Commands.Read;

/// A reading for a person at a terminal: the act, the measures, and what to look at first.
static class ReadingText
{
    public static byte[] Of(PlanReading reading, bool brief)
    {
        var text = new StringBuilder();
        text.AppendLine(Refusal.Shown(reading.FileName));
        WriteAct(text, reading);
        text.AppendLine(CultureInfo.InvariantCulture, $"  {CommandLine.Say("Заходів", "Measures")}: {reading.Measures.Count}; {CommandLine.Say("розділів", "sections")}: {reading.Sections.Count}; {CommandLine.Say("зауважень", "remarks")}: {reading.Remarks.Count}");
        if (!brief)
        {
            WriteMeasures(text, reading);
            WriteRemarks(text, reading);
        }
        return Encoding.UTF8.GetBytes(text.AppendLine().ToString());
    }

    static void WriteAct(StringBuilder text, PlanReading reading)
    {
        var act = reading.Act;
        if (reading.LooksLike is { } kind) text.AppendLine($"  {CommandLine.Say("Схоже, це", "It seems to be")}: {kind}");
        if (act.Issuer is not null || act.Kind is not null)
            text.AppendLine($"  {string.Join(", ", new[] { act.Issuer, act.Kind, act.Number is { } n ? "№ " + n : null, Printed(act.Date), act.IsDraft ? CommandLine.Say("проєкт", "draft") : null }.OfType<string>())}");
        if (act.Title is { } title) text.AppendLine($"  {title}");
        Line(text, CommandLine.Say("Підписано", "Signed by"), act.Signatory ?? reading.PlanSignedBy);
        Line(text, CommandLine.Say("Контроль", "Control"), string.Join("; ", act.Control));
        foreach (var clause in act.Reporting) Line(text, CommandLine.Say("Звітування", "Reporting"), clause.Text);
        foreach (var lost in act.Supersedes) Line(text, CommandLine.Say("Втрачає чинність", "Repeals"), string.Join(' ', new[] { lost.Kind, lost.Number is { } n ? "№ " + n : null, Printed(lost.Date) }.OfType<string>()));
    }

    static void WriteMeasures(StringBuilder text, PlanReading reading)
    {
        string? section = null;
        foreach (var measure in reading.Measures)
        {
            if (measure.Section is not null && measure.Section != section) text.AppendLine().AppendLine($"  {measure.Section}");
            section = measure.Section;
            text.AppendLine().AppendLine(measure.Number is { } number ? $"  {number}{(number.EndsWith(')') ? "" : ".")} {measure.Text}" : $"  — {measure.Text}");
            Field(text, CommandLine.Say("Ціль", "Goal"), measure.Goal);
            Field(text, CommandLine.Say("Аудиторія", "Audience"), measure.Audience);
            Field(text, CommandLine.Say("Критерії", "Criteria"), measure.Criteria);
            Field(text, CommandLine.Say("Фінансування", "Funding"), measure.Funding);
            Field(text, CommandLine.Say("Місце", "Venue"), measure.Venue);
            Field(text, CommandLine.Say("Строк", "Term"), measure.TermText);
            Field(text, CommandLine.Say("Керівники", "Supervisors"), string.Join("; ", measure.Supervisors));
            Field(text, CommandLine.Say("Виконавці", "Executors"), string.Join("; ", measure.Executors.Select(e => e.ByConsent ? e.Name + CommandLine.Say(" (за згодою)", " (by consent)") : e.Name)));
        }
    }

    static void WriteRemarks(StringBuilder text, PlanReading reading)
    {
        if (reading.Remarks.Count == 0) return;
        text.AppendLine().AppendLine("  " + CommandLine.Say("Зауваження", "Remarks"));
        foreach (var remark in reading.Remarks.OrderByDescending(r => r.Severity))
        {
            var sign = remark.Severity switch { Severity.Problem => '!', Severity.Question => '?', _ => '·' };
            var place = Where(remark.Place);
            text.AppendLine($"  {sign} {remark.Text}{(place.Length > 0 ? $" ({place})" : "")}");
            if (remark.Proposal is { } proposal) text.AppendLine($"    {proposal}");
        }
    }

    static string Where(Place? place) => PlaceWords.Of(place, CommandLine.IsEnglish) ?? "";

    static string? Printed(DateOnly? date) => date?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    static void Line(StringBuilder text, string name, string? value) { if (!string.IsNullOrEmpty(value)) text.AppendLine($"  {name}: {value}"); }

    static void Field(StringBuilder text, string name, string? value) { if (!string.IsNullOrEmpty(value)) text.AppendLine($"     {name}: {value.Replace("\n", " / ")}"); }
}
