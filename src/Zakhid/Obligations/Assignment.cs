using Zakhid.Bodies;
using Zakhid.Executors;

namespace Zakhid.Obligations;

/// <summary>Why an executor in the printed list is asked for no report of his own.</summary>
public enum WhyNotOwing
{
    /// <summary>Nobody can say who it is («зацікавлені представники ГО»).</summary>
    Unidentifiable,
    /// <summary>«за участю», «із залученням»: takes part and answers for nothing.</summary>
    Participant,
}

/// <summary>
/// A measure given to one executor. <see cref="Measure"/> and <see cref="Position"/> count from zero in the order of print.
/// A group («райдержадміністрації») is one assignment in the group's name until its members are known.
/// </summary>
public sealed record Assignment(int Measure, int Position, NamedBody Body, Executor Executor)
{
    /// <summary>A class of bodies whose members the plan does not name; the coordinator answers for it on paper.</summary>
    public bool IsGroup => Executor.Kind is ExecutorKind.Class or ExecutorKind.Reference;
    public bool ByConsent => Executor.ByConsent;
    /// <summary>Null: he owes.</summary>
    public WhyNotOwing? WhyNot { get; init; }
    public bool Owes => WhyNot is null;

    /// <summary>
    /// Assignments of a plan from what its executor cells mean, one list for each measure. A body that a cell names twice is
    /// given the measure once. Supervisors, controllers and consolidators have none: they see and do not owe. A lead and each
    /// co-executor owe a report of their own; the lead sees those of his co-executors and draws them together.
    /// </summary>
    public static IReadOnlyList<Assignment> Of(IReadOnlyList<IReadOnlyList<Executor>> measures, BodyNames? register = null)
    {
        var bodies = register ?? BodyNames.Of(measures.SelectMany(executors => executors));
        var assignments = new List<Assignment>();
        for (var measure = 0; measure < measures.Count; measure++)
        {
            var given = new HashSet<string>(StringComparer.Ordinal);
            foreach (var executor in measures[measure])
            {
                if (executor.Role is ExecutorRole.Supervisor or ExecutorRole.Controller or ExecutorRole.Consolidator) continue;
                var body = bodies[executor];
                if (given.Add(body.Key)) assignments.Add(new(measure, given.Count - 1, body, executor) { WhyNot = Why(executor) });
            }
        }
        return assignments;
    }

    static WhyNotOwing? Why(Executor executor) => executor switch
    {
        { Kind: ExecutorKind.Unspecified } => WhyNotOwing.Unidentifiable,
        { Role: ExecutorRole.Participant } => WhyNotOwing.Participant,
        _ => null,
    };
}
