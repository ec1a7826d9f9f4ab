using Zakhid.App.Web;
using Zakhid.Obligations;
using Zakhid.Operations.Criteria;
using Zakhid.Operations.Reporting;
using Zakhid.Reporting;

namespace Zakhid.App.Pages.Reports;

/// What every page of one report knows. An executor sees his own body's reports; the coordinator's side sees all.
abstract class ReportPage : WorkPage
{
    public ReportSheet Sheet { get; private set; } = null!;
    /// How far the measure's criteria are by all its reports.
    public IReadOnlyList<TargetProgress> Progress { get; private set; } = [];
    /// What the visitor is to the measure beside his own report.
    public MeasureRoles Roles { get; private set; } = MeasureRoles.None;
    /// The report by which this one is answered too.
    public AnsweringReport? Elsewhere { get; private set; }
    /// What this report answers beside its own measure.
    public IReadOnlyList<JointCandidate> Also { get; private set; } = [];
    public string AlsoWords() => string.Join(", ", Also.Select(a => a.Measure));
    public ReportingPeriod Period => ReportingPeriod.Parse(Sheet.Line.PeriodCode);
    public string Place => T("Захід", "Measure") + " " + Sheet.Line.Measure;
    /// Why the report is taken no more, where it still waits to be handed in.
    public Closing? Closed { get; private set; }
    /// What the body asked where it is closed; null: nothing.
    public AskedWindow? Asked { get; private set; }
    bool IsOpen => Sheet.Line is { Kind: "Report", ReportState: "Expected" or "Draft" or "Returned", Standing: not ("Lapsed" or "Declined") };
    public bool MayWrite => IsOpen && Closed is null && (IsMine || Me.Is(Role.Coordinator));
    public bool IsMine => Me.Body == Sheet.Line.BodyId;
    public bool MayReview => Sheet.Line.ReportState == "Submitted" && Me.Is(Role.Coordinator, Role.Controller);

    protected async Task Load(long id)
    {
        await Read(async r =>
        {
            Sheet = await ReportSheet.Read(r, id);
            if (IsOpen) Closed = (await Owed.Find(r, id)).Closed(Today);
            if (Closed is not null) Asked = await AskedWindow.Of(r, Sheet.Line.PlanId, Sheet.Line.PeriodCode, Sheet.Line.BodyId);
            Roles = await MeasureRoles.Of(r, Sheet.Line.MeasureId, Me, Visit.Post, Visit.Name);
            Elsewhere = await JoinReports.AnsweredBy(r, id);
            Also = await JoinReports.Joined(r, id);
            if (Sheet.Line.MeasureId is { } measure && Sheet.Targets.Count > 0) Progress = await MeasureProgress.OfMeasure(r, measure, Today);
            return true;
        });
        if (Me.Is(Role.Executor) && !IsMine && !Roles.Sees) throw new RuleBroken("report.not-yours");
    }
}
