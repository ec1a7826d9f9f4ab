using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Reporting;

namespace Zakhid.Operations.Obligations;

/// <summary>An obligation as it is first written. New ones are expected; those of a plan that comes with its past are as far as they had come.</summary>
sealed record ObligationRow
{
    public required long Id { get; init; }
    public required ObligationKind Kind { get; init; }
    public required long PlanId { get; init; }
    public required long RuleId { get; init; }
    public required long? MeasureId { get; init; }
    public required long? AssignmentId { get; init; }
    public required long BodyId { get; init; }
    public required string PeriodCode { get; init; }
    public required DateOnly PeriodFrom { get; init; }
    public required DateOnly PeriodTo { get; init; }
    public required DateOnly? CoversFrom { get; init; }
    public required DateOnly Nominal { get; init; }
    public required DateOnly Adjusted { get; init; }
    public required DayOffPolicy Policy { get; init; }
    public required string Ground { get; init; }
    public required string Consent { get; init; }
    public string ReportState { get; init; } = "Expected";
    public DateOnly? SubmittedDay { get; init; }
    public DateOnly? AcceptedDay { get; init; }
    public DateOnly? ReturnedDue { get; init; }
    public ExecutionState? DeclaredState { get; init; }
    public ExecutionState? ConfirmedState { get; init; }
}
