using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.App.Figures;

/// The ladder of a period as it stands on a day.
sealed record LadderView(IReadOnlyList<Rung> Rungs, DateOnly Today, IReadOnlyList<LadderConflict>? Conflicts = null)
{
    /// The first rung whose day is not over.
    public Rung? Next => Rungs.FirstOrDefault(r => r.Due?.Adjusted >= Today);

    public string Finding(bool english) => !english ? Ladder.Finding(Rungs)
        : Rungs.Count < 2 || Rungs[1].Slack is not { } slack ? ""
        : slack <= 0 ? "No working day is left to consolidate." : $"{CountInWords.Capital(Plural.English(slack, "working day", "working days"))} to consolidate.";

    public static string What(Rung rung, bool english) => rung.Kind switch
    {
        ObligationKind.Report => english ? "Reports of the executors" : "Звіти виконавців",
        ObligationKind.Consolidation => english ? "Consolidated report" : "Зведений звіт",
        _ => $"{rung.Who} — {rung.To}",
    };
}
