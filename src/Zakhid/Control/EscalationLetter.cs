using Zakhid.Text;

namespace Zakhid.Control;

/// <summary>Something overdue that a letter speaks of.</summary>
/// <param name="What">«захід 9, інформація за III квартал 2020 року».</param>
/// <param name="Due">The day that has passed.</param>
/// <param name="WorkingDays">How many working days ago.</param>
/// <param name="Ground">«до 17 вересня 2020: пункт 2 розпорядження № 149-ОД».</param>
public sealed record Delay(string What, DateOnly Due, int WorkingDays, string Ground);

/// <summary>The letter that reports a delay to who stands above the body; names stand in the nominative on lines of their own.</summary>
public static class EscalationLetter
{
    /// <summary>
    /// To who stands above a body that is late: what it has not handed in, since when, how often it was reminded, and on what
    /// ground it owes.
    /// </summary>
    /// <param name="addressee">Whom, as a line of its own («Міському голові», or the name of the body above).</param>
    /// <param name="body">Who is late, nominative.</param>
    /// <param name="planTitle">As printed.</param>
    /// <param name="delays">What is overdue: «захід 9, III квартал 2020 року», its day, working days since, ground.</param>
    /// <param name="reminded">The days on which it was reminded.</param>
    /// <param name="asOf">The day of the letter.</param>
    /// <param name="from">Who writes: a post.</param>
    public static string Of(string addressee, string body, string planTitle, IReadOnlyList<Delay> delays, IReadOnlyList<DateOnly> reminded, DateOnly asOf, string from)
    {
        var lines = new List<string> { addressee, "", $"Станом на {UkrainianDate.Full(asOf)} прострочено виконання {Letters.Plan(planTitle)}. Відповідальний виконавець: {body}.", "" };
        lines.AddRange(delays.OrderBy(d => d.Due).Select(d => $"— {d.What}: строк минув {UkrainianDate.Full(d.Due)}, {Reporting.StateWords.Overdue(d.WorkingDays)};"));
        lines[^1] = lines[^1].TrimEnd(';') + ".";
        lines.Add("");
        lines.Add(reminded.Count == 0 ? "Раніше не нагадували." : $"Нагадували: {string.Join(", ", reminded.Order().Select(UkrainianDate.Short))}.");
        lines.Add($"Підстава: {string.Join("; ", delays.Select(d => Letters.Basis(d.Ground)).Distinct(StringComparer.Ordinal))}.");
        lines.Add("Просимо забезпечити виконання та повідомити про вжиті заходи.");
        lines.AddRange(["", from]);
        return string.Join('\n', lines);
    }
}
