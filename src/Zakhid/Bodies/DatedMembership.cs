namespace Zakhid.Bodies;

/// <summary>Days from one to another, both included; no end: until further notice.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly? To)
{
    public bool Has(DateOnly day) => From <= day && (To is null || day <= To);

    public bool Meets(DayRange other) => (other.To is null || From <= other.To) && (To is null || other.From <= To);

    /// <summary>The days of both; null: there is none.</summary>
    public DayRange? And(DayRange other)
    {
        var from = From > other.From ? From : other.From;
        var to = To is null || other.To < To ? other.To : To;
        return to < from ? null : new DayRange(from, to);
    }
}

/// <summary>
/// A body in a group on some days; bodies are told by their numbers. <see cref="EnteredOn"/>: the day on which somebody entered it;
/// what had fallen due before that day stays with the group.
/// </summary>
public sealed record DatedMember(long Group, long Body, DayRange Days, DateOnly EnteredOn);

/// <summary>
/// Which bodies belong to which groups on which days («райдержадміністрації», «виконавчі комітети сільських рад»). A group may be a
/// member of a group; on no day does one contain itself.
/// </summary>
public sealed class DatedMembership
{
    readonly Dictionary<long, List<DatedMember>> _byGroup;

    public DatedMembership(IEnumerable<DatedMember> members) => _byGroup = members.GroupBy(m => m.Group).ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>Entered members of a group itself, in the order of their days.</summary>
    public IReadOnlyList<DatedMember> Of(long group) => _byGroup.GetValueOrDefault(group) ?? [];

    /// <summary>With one more.</summary>
    /// <param name="member">To be added.</param>
    /// <param name="nameOf">What a sentence calls a body.</param>
    /// <exception cref="RuleBroken">
    /// «member.order»: ends before it begins; «member.itself»; «member.circular»: the group would contain itself through the bodies
    /// named; «member.overlap»: the body is in the group on some of these days already.
    /// </exception>
    public void Add(DatedMember member, Func<long, string> nameOf)
    {
        if (member.Days.To < member.Days.From) throw new RuleBroken("member.order", member.Days.From, member.Days.To!.Value);
        if (member.Body == member.Group) throw new RuleBroken("member.itself", nameOf(member.Group));
        if (Of(member.Group).FirstOrDefault(m => m.Body == member.Body && m.Days.Meets(member.Days)) is { } same)
            throw new RuleBroken(same.Days.To is null ? "member.overlap-open" : "member.overlap", nameOf(member.Body), same.Days.From, same.Days.To ?? same.Days.From);
        if (Way(member.Body, member.Group, member.Days, []) is { } way)
            throw new RuleBroken("member.circular", nameOf(member.Group), string.Join(" → ", way.Prepend(member.Group).Select(body => $"«{nameOf(body)}»")));
        if (!_byGroup.TryGetValue(member.Group, out var members)) _byGroup[member.Group] = members = [];
        members.Add(member);
    }

    /// <summary>
    /// Who answers for a group: its members that are no groups, and those of the groups in it, each with the days on which the whole
    /// way down holds. One body may come by two ways and on several stretches of days. A group in it without members answers itself.
    /// </summary>
    public IReadOnlyList<DatedMember> Answering(long group)
    {
        var answering = new List<DatedMember>();
        Gather(group, null, default, [group]);
        return answering;

        void Gather(long of, DayRange? within, DateOnly entered, HashSet<long> above)
        {
            foreach (var member in Of(of).OrderBy(m => m.Days.From).ThenBy(m => m.Body))
            {
                if ((within is { } days ? days.And(member.Days) : member.Days) is not { } held || !above.Add(member.Body)) continue;
                var later = member.EnteredOn > entered ? member.EnteredOn : entered;
                if (Of(member.Body).Count > 0) Gather(member.Body, held, later, above);
                else answering.Add(new(group, member.Body, held, later));
                above.Remove(member.Body);
            }
        }
    }

    /// <summary>All groups that a body is in, directly or through others, on any day.</summary>
    public IReadOnlySet<long> GroupsOver(long body)
    {
        var over = new HashSet<long>();
        var next = new Queue<long>([body]);
        while (next.TryDequeue(out var at))
            foreach (var (group, members) in _byGroup)
                if (members.Exists(m => m.Body == at) && over.Add(group)) next.Enqueue(group);
        return over;
    }

    /// <summary>How a group contains a body on some of the days: the bodies on the way, both ends among them; null: it does not.</summary>
    List<long>? Way(long group, long body, DayRange days, HashSet<(long, DayRange)> seen)
    {
        if (group == body) return [body];
        if (!seen.Add((group, days))) return null;
        foreach (var member in Of(group))
            if (member.Days.And(days) is { } held && Way(member.Body, body, held, seen) is { } rest) return [group, .. rest];
        return null;
    }
}
