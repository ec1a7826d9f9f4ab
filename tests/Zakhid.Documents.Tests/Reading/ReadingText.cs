using System.Globalization;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Reading;

/// <summary>A reading as lines that a person can compare; what is empty is left out.</summary>
static class ReadingText
{
    public static string Of(PlanReading reading)
    {
        var lines = new List<string>();
        void Say(string name, string? value) { if (!string.IsNullOrEmpty(value)) lines.Add($"{name}: {value}"); }

        var act = reading.Act;
        Say("схоже на", reading.LooksLike);
        Say("видавник", act.Issuer);
        Say("вид", act.Kind);
        Say("номер", act.Number);
        Say("дата", Day(act.Date));
        Say("назва", act.Title);
        Say("підписав", act.Signatory);
        if (act.IsDraft) lines.Add("проєкт");
        foreach (var r in act.Supersedes) Say("втратило чинність", $"{r.Kind} {r.Number} {Day(r.Date)}");
        foreach (var r in act.Amends) Say("змінює", $"{r.Kind} {r.Number} {Day(r.Date)}");
        foreach (var c in act.Control) Say("контроль", c);
        foreach (var r in act.Reporting) Say("звітування", $"{r.Who ?? "?"} → {r.To ?? "?"}, {(r.Once ? "Once" : r.Periodicity)} {r.Day} {r.MonthRule} {string.Join(',', r.Months)}".TrimEnd());
        foreach (var amendment in reading.Amendments)
        {
            Say("зміни до", $"{amendment.Act?.Kind} {amendment.Act?.Number} {Day(amendment.Act?.Date)} {amendment.Plan}".Trim());
            foreach (var a in amendment.Alterations) lines.Add($"    {(a.IsSure ? "" : "? ")}{a.Kind} {a.Part}{Said("було", a.OldWords)}{Said("після", a.Anchor)}{Said("стане", a.NewWords)}{(a.NewNumbers.Count > 0 ? $" + {string.Join(", ", a.NewNumbers)}" : "")}{(a.Measures.Count > 0 ? $" заходи: {string.Join(", ", a.Measures.Select(m => m.Number ?? "без номера"))}" : "")}");
        }
        Say("план", reading.PlanTitle);
        foreach (var section in reading.Sections) Say("розділ", section);
        foreach (var m in reading.Measures)
        {
            lines.Add($"захід {m.Number ?? "без номера"}: {m.Text}");
            void Field(string name, string? value) { if (!string.IsNullOrEmpty(value)) lines.Add($"    {name}: {value}"); }
            Field("розділ", m.Section);
            Field("ціль", m.Goal);
            Field("аудиторія", m.Audience);
            Field("критерії", m.Criteria);
            Field("показники", string.Join(", ", m.Indicators.Select(i => $"{i.Key} – {i.Value}")));
            Field("фінансування", m.Funding);
            foreach (var item in m.FundingItems) Field("сума", $"{item.Source} ({string.Join(", ", item.Sums.Select(s => $"{s.Key} – {s.Value.ToString(CultureInfo.InvariantCulture)}"))})");
            Field("строк", m.TermText);
            Field("місце", m.Venue);
            Field("виконавці", string.Join("; ", m.Executors.Select(e => e.Name + (e.ByConsent ? " (за згодою)" : ""))));
            Field("керівники", string.Join("; ", m.Supervisors));
        }
        foreach (var remark in reading.Remarks) lines.Add($"зауваження {remark.Code} {remark.Pointer}");
        foreach (var pointer in reading.Unsure) lines.Add($"сумнів {pointer}");
        return string.Join('\n', lines) + "\n";
    }

    static string Said(string name, string? words) => words is null ? "" : $" {name} «{words.Replace('\n', '¶')}»";

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
