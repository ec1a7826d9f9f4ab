using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Pages.Plans;

/// A group's members in one period, as one line that opens: a plan of ten lines stays one page, whoever is in its groups.
sealed record GroupLines(string Group, IReadOnlyList<ObligationLine> Lines, DateOnly Today, string? Period = null)
{
    /// Of a larger group the page names so many, the most urgent first; the rest stand in the list of its reports.
    public const int Most = 40;

    public IEnumerable<ObligationLine> Named => Lines.Count <= Most ? Lines : Lines.OrderByDescending(l => l.IsOverdue(Today)).ThenByDescending(l => l.IsOwed).ThenBy(l => l.DueDay).Take(Most);
    /// The list of them all.
    public string All => $"/obligations?measure={Lines[0].MeasureId}&period={Lines[0].PeriodCode}";
    public int HandedIn => Lines.Count(l => l.ReportState is "Submitted" or "Accepted");
    public int Overdue => Lines.Count(l => l.IsOverdue(Today));

    /// Without what members now answer for, and without members who are asked no more.
    public static List<ObligationLine> Standing(IReadOnlyList<ObligationLine> lines)
    {
        var expanded = lines.Where(l => l.MemberOf is not null).Select(l => (l.MemberOf, l.PeriodCode)).ToHashSet();
        return [.. lines.Where(l => l.Standing != "Lapsed" || l.MemberOf is null && !expanded.Contains((l.AssignmentId, l.PeriodCode)))];
    }

    public static async Task<Dictionary<long, string>> Names(Scope scope, IEnumerable<ObligationLine> lines)
    {
        var groups = lines.Select(l => l.MemberOf).OfType<long>().Distinct().ToList();
        return groups.Count == 0 ? [] : (await scope.All<(long, string)>($"SELECT id, printed FROM assignment WHERE authority_id = @authority AND id {scope.Dialect.Among("@groups")}", new { groups })).ToDictionary();
    }
}
