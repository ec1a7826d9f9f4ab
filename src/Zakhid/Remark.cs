namespace Zakhid;

public enum Severity { Note, Question, Problem }

/// <summary>
/// What the reader or the linter says of a place. <see cref="Code"/> is from a closed list (<c>term.missing</c>),
/// <see cref="Pointer"/> a JSON pointer into the reading («/measures/3/term_text»), <see cref="Text"/> a Ukrainian
/// sentence for the coordinator, <see cref="Proposal"/> what may be done. A <see cref="Severity.Question"/> must be
/// answered by a person before the plan is put under control.
/// </summary>
public sealed record Remark(string Code, string Pointer, Place? Place, string Text, string? Proposal, Severity Severity);
