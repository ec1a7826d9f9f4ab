namespace Zakhid.Reporting;

/// <summary>Who did something and when: the person, the authority's day and instant.</summary>
public sealed record Deed(long By, DateOnly Day, DateTimeOffset At);

/// <summary>What happened to a report. Facts are added and never changed; where the report is follows from them.</summary>
public abstract record ReportFact(Deed Deed);

/// <summary>The report was handed in. <see cref="OnBehalf"/>: what it came on, where the coordinator entered it for the executor.</summary>
public sealed record Submission(Deed Deed, string Receipt, ExecutionState Declared, string? OnBehalf = null) : ReportFact(Deed);

/// <summary>Sent back: field → what to mend, and by which day.</summary>
public sealed record Return(Deed Deed, IReadOnlyDictionary<string, string> Reasons, DateOnly Due) : ReportFact(Deed);

/// <summary>Owed no more: the measure was confirmed done earlier, removed from control, or consent was declined.</summary>
public sealed record Lapse(Deed Deed, string Ground) : ReportFact(Deed);
