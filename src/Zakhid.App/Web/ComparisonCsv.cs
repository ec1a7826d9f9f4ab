using Zakhid.Operations.Cascade;
using Zakhid.Text;

namespace Zakhid.App.Web;

/// The comparison of bodies as a table of values, and the words of its column about the act.
static class ComparisonCsv
{
    static readonly string[] _columns = ["body", "act", "act_due", "reports_in_time", "reports_late", "reports_silent", "reports_ahead", "measures", "measures_done", "figures"];

    public static byte[] Of(IReadOnlyList<BodyComparison> rows, bool english) => Csv.Of(_columns, rows.Select(r =>
        (object?[])[r.Body, Issue(r, english), r.IssueDue?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), r.InTime, r.Late, r.Silent, r.Ahead, r.Measures, r.Done, string.Join("; ", r.Figures)]));

    public static string Issue(BodyComparison row, bool english) => row.Issue switch
    {
        IssueState.NotOrdered => english ? "not ordered" : "не доручено",
        IssueState.DayUnknown => english ? "not issued, day unknown" : "не видано, день невідомий",
        IssueState.Awaited => english ? $"awaited by {EnglishDate.Full(row.IssueDue!.Value)}" : $"чекаємо до {UkrainianDate.Full(row.IssueDue!.Value)}",
        IssueState.Overdue => english ? $"not issued, was due {EnglishDate.Full(row.IssueDue!.Value)}" : $"не видано, строк минув {UkrainianDate.Full(row.IssueDue!.Value)}",
        IssueState.Ended => english ? "bound no more" : "більше не належить",
        IssueState.Late => (english ? "late: " : "із запізненням: ") + row.Issued,
        _ => (english ? "in time: " : "вчасно: ") + row.Issued,
    };
}
