using Zakhid.Bodies;
using Zakhid.Cascade;
using Zakhid.Executors;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>How the register tells whom a clause means.</summary>
public enum BearerKnown
{
    /// <summary>The clause names one body.</summary>
    ByName,
    /// <summary>The clause names a group whose members are entered.</summary>
    ByMembers,
    /// <summary>Bodies of the kind, by their names: a person confirms them.</summary>
    ByKind,
    /// <summary>The register has nobody of that name, or a group without members.</summary>
    Unknown,
}

/// <summary>One name in a clause that orders an act, and the bodies that the register knows by it.</summary>
/// <param name="Name">Nominative.</param>
/// <param name="Group">The group of the register that it is; its members may not be entered.</param>
/// <param name="Left">Of a group: who was in it and is not on the day of the duty, and the last day that he was.</param>
public sealed record DutyBearer(IssueDuty Duty, string Name, BearerKnown Known, long? Group, IReadOnlyList<DutyBody> Bodies, IReadOnlyDictionary<long, DateOnly> Left)
{
    /// <summary>The duty follows without being asked: the register leaves no doubt whom the clause means.</summary>
    public bool IsSure => Known is BearerKnown.ByName or BearerKnown.ByMembers;

    /// <summary>Whom the duties of a plan's act bind, in the order of its clauses. A group is bound by who is in it on the day of the duty: who joins
    /// before it has the duty, who has left by then has it no more. Where the clause names no day, by who is in it until further notice.</summary>
    public static async Task<IReadOnlyList<DutyBearer>> Of(Scope scope, Act act, IReadOnlyList<IssueDuty>? duties = null)
    {
        duties ??= IssueDuty.Of(act);
        if (duties.All(d => d.Who is null)) return [];
        var register = await RegisterSearch.Known(scope);
        var bodies = await scope.All<Row>("SELECT id, name, kind, is_group, identifiable, is_coordinator, is_outside, sort_key FROM body WHERE authority_id = @authority AND withdrawn_at IS NULL ORDER BY sort_key, id");
        var single = bodies.Where(b => !b.IsGroup && b.Identifiable).ToDictionary(b => b.Id);
        var members = await Membership.Of(scope);
        var bearers = new List<DutyBearer>();
        foreach (var duty in duties.Where(d => d.Who is not null))
            foreach (var executor in ExecutorLanguage.Read(duty.Who!, act.Issuer).Executors)
            {
                var known = register.Find(BodyNames.Of([executor])[executor], executor.Printed);
                var answering = known is { IsGroup: true } ? members.Answering(known.Id) : [];
                var inGroup = answering.Where(m => duty.Day is { } day ? m.Days.Has(day) : m.Days.To is null).Select(m => m.Body).ToHashSet();
                var left = answering.Where(m => m.Days.To is not null && !inGroup.Contains(m.Body)).GroupBy(m => m.Body).ToDictionary(m => m.Key, m => m.Max(one => one.Days.To!.Value));
                DutyBearer With(BearerKnown how, IEnumerable<Row> found) => new(duty, known?.Name ?? executor.Name, how, known is { IsGroup: true } ? known.Id : null, [.. found.Select(b => new DutyBody(b.Id, b.Name))], left);
                if (known is { IsGroup: false }) { bearers.Add(With(BearerKnown.ByName, single.TryGetValue(known.Id, out var one) ? [one] : [])); continue; }
                List<Row> found = [.. answering.Count > 0 ? single.Values.Where(b => inGroup.Contains(b.Id)) : executor.IsGroup ? OfKind(executor, single.Values) : []];
                bearers.Add(With(answering.Count > 0 ? BearerKnown.ByMembers : found.Count > 0 ? BearerKnown.ByKind : BearerKnown.Unknown, found));
            }
        return bearers;
    }

    static IEnumerable<Row> OfKind(Executor group, IEnumerable<Row> bodies)
    {
        var others = bodies.Where(b => !b.IsCoordinator && b.Kind is not (ExecutorKind.Person or ExecutorKind.OfficeHolder));
        if (group.ClassKey is "structural_units_of_parent" or "executive_bodies_of_parent") return others.Where(b => b is { Kind: ExecutorKind.Unit, IsOutside: false });
        var kind = new NameOfKind(group.Name);
        return others.Where(b => kind.Has(b.Name));
    }

    sealed record Row(long Id, string Name, ExecutorKind Kind, bool IsGroup, bool Identifiable, bool IsCoordinator, bool IsOutside, string SortKey);
}

/// <summary>A body of the register that a duty binds.</summary>
public sealed record DutyBody(long Id, string Name);
