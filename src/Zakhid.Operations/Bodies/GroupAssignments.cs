using Zakhid.Bodies;
using Zakhid.Obligations;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Bodies;

/// <summary>
/// The groups of a plan whose members are known: an assignment for each member, made where he first owes; and, once members answer,
/// the group's own obligations laid aside. What was begun, reported or fell due before the members were entered stays with the group.
/// </summary>
sealed class GroupAssignments
{
    const string Expanded = "за групу звітують її члени", Left = "вибув із групи";

    readonly WriteScope _w;
    readonly long _plan;
    readonly DatedMembership _membership;
    readonly Dictionary<(long Group, long Body), AssignmentRow> _members = [];
    /// <summary>By the group's assignment: who answers for it on which days.</summary>
    readonly Dictionary<long, (long Body, IReadOnlyList<DatedMember> Answering)> _answering = [];
    readonly Dictionary<long, DateOnly?> _left = [];
    HashSet<(long Rule, long Assignment, string Period)> _begun = [], _reported = [];
    bool _isEmpty;

    GroupAssignments(WriteScope w, long plan, DatedMembership membership) => (_w, _plan, _membership) = (w, plan, membership);

    public static async Task<GroupAssignments> Of(WriteScope w, long plan, IReadOnlyList<long> bodies)
    {
        var groups = new GroupAssignments(w, plan, await Membership.Of(w));
        var known = await w.All<MemberRow>("""
            SELECT id, measure_id, body_id, owes, consent, printed, member_of, left_day FROM assignment WHERE authority_id = @authority AND plan_id = @plan AND member_of IS NOT NULL
            """, new { plan });
        groups._isEmpty = known.Count == 0 && !bodies.Any(b => groups._membership.Of(b).Count > 0);
        if (groups._isEmpty) return groups;
        foreach (var m in known)
        {
            groups._members[(m.MemberOf, m.BodyId)] = new(m.Id, m.MeasureId, m.BodyId, m.Owes, m.Consent, m.Printed);
            groups._left[m.Id] = m.LeftDay;
        }
        var begun = await w.All<(long Rule, long Assignment, string Period, string State)>("""
            SELECT rule_id, assignment_id, period_code, report_state FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND assignment_id IS NOT NULL AND report_state <> 'Expected'
            """, new { plan });
        groups._begun = begun.Select(o => (o.Rule, o.Assignment, o.Period)).ToHashSet();
        groups._reported = begun.Where(o => o.State != "Draft").Select(o => (o.Rule, o.Assignment, o.Period)).ToHashSet();
        return groups;
    }

    public bool IsBegun(long rule, long assignment, string period) => _begun.Contains((rule, assignment, period));

    /// <summary>Whether a member has answered for the group in a period, though he may have left it since.</summary>
    public bool IsAnsweredByMember(long rule, long group, string period) => _reported.Count > 0 && _members.Any(m => m.Key.Group == group && _reported.Contains((rule, m.Value.Id, period)));

    /// <summary>Members of a group's assignment as the calendar needs them; empty for a body that is no group, or one without members.</summary>
    public IReadOnlyList<GroupMember> Of(long assignment, long body, IReadOnlyDictionary<long, ReportingPeriod> done)
    {
        if (_isEmpty) return [];
        var answering = _membership.Answering(body);
        if (answering.Count == 0 && !_members.Keys.Any(k => k.Group == assignment)) return [];
        _answering[assignment] = (body, answering);
        return
        [
            .. answering.Select(m => new GroupMember(m.Days.From, m.Days.To, m.EnteredOn)
            {
                DoneIn = _members.TryGetValue((assignment, m.Body), out var own) && done.TryGetValue(own.Id, out var period) ? period : null,
            }),
        ];
    }

    /// <summary>The assignment of a member, by his place among those of <see cref="Of(long, long, IReadOnlyDictionary{long, ReportingPeriod})"/>.</summary>
    public async Task<AssignmentRow> Member(AssignmentRow group, int member)
    {
        var body = _answering[group.Id].Answering[member].Body;
        if (_members.TryGetValue((group.Id, body), out var known)) return known;
        var id = await _w.Next("assignment");
        await _w.Do("""
            INSERT INTO assignment (authority_id, id, plan_id, measure_id, body_id, position, role, by_consent, consent, owes, printed, qualifier, part_id, member_of)
            SELECT authority_id, @id, plan_id, measure_id, @body, (SELECT MAX(p.position) + 1 FROM assignment p WHERE p.authority_id = @authority AND p.measure_id = @MeasureId),
                role, by_consent, consent, owes, printed, qualifier, part_id, id FROM assignment WHERE authority_id = @authority AND id = @Group
            """, new { id, body, group.MeasureId, Group = group.Id });
        // What the group has answered its member has.
        if (group.Consent is not ("" or "Asked")) await AnswerConsent.Record(_w, [id], group.Consent, Expanded);
        return _members[(group.Id, body)] = group with { Id = id, BodyId = body };
    }

    /// <summary>Lays aside what the group is asked no more, or a member who left; takes up again what was laid aside and is asked.</summary>
    public async Task Settle()
    {
        if (_isEmpty) return;
        var assignments = _answering.Keys.Concat(_members.Where(m => _answering.ContainsKey(m.Key.Group)).Select(m => m.Value.Id)).ToList();
        var rows = (await _w.All<OwedRow>($"""
            SELECT id, rule_id, assignment_id, period_code, adjusted, report_state, lapsed_ground FROM obligation
            WHERE authority_id = @authority AND plan_id = @_plan AND assignment_id {_w.Dialect.Among("@assignments")} ORDER BY id
            """, new { _plan, assignments })).ToLookup(r => r.AssignmentId);
        var (aside, back) = (new List<(long Id, string Ground)>(), new List<long>());
        foreach (var (group, (_, answering)) in _answering)
        {
            var byMembers = new HashSet<(long, string)>();
            foreach (var (key, member) in _members.Where(m => m.Key.Group == group))
            {
                var days = answering.Where(m => m.Body == key.Body).Select(m => m.Days).ToList();
                foreach (var row in rows[member.Id])
                {
                    var stands = !IsBegun(row.RuleId, group, row.PeriodCode) && days.Exists(d => d.Meets(row.Days));
                    if (stands || row.IsReported) byMembers.Add((row.RuleId, row.PeriodCode));
                    Lay(row, stands, Left);
                }
                var left = days.Exists(d => d.To is null || d.To >= _w.At.Day) ? (DateOnly?)null : days.Max(d => d.To) ?? _w.At.Day;
                if (left != _left.GetValueOrDefault(member.Id)) await _w.Do("UPDATE assignment SET left_day = @left WHERE authority_id = @authority AND id = @Id", new { member.Id, left });
            }
            foreach (var row in rows[group])
            {
                var period = ReportingPeriod.Parse(row.PeriodCode);
                var expanded = byMembers.Contains((row.RuleId, row.PeriodCode)) || answering.Any(m => new GroupMember(m.Days.From, m.Days.To, m.EnteredOn).StandsFor(period, row.Adjusted));
                Lay(row, !expanded, Expanded);
            }
        }
        foreach (var one in aside.GroupBy(a => a.Ground, StringComparer.Ordinal))
            await _w.Do($"UPDATE obligation SET lapsed_day = @Day, lapsed_ground = @Key WHERE authority_id = @authority AND id {_w.Dialect.Among("@ids")}", new { _w.At.Day, one.Key, ids = one.Select(a => a.Id).ToList() });
        if (back.Count > 0) await _w.Do($"UPDATE obligation SET lapsed_day = NULL, lapsed_ground = NULL WHERE authority_id = @authority AND id {_w.Dialect.Among("@back")}", new { back });
        if (aside.Count + back.Count > 0) await _w.Log("obligations.regrouped", $"plan/{_plan}", new { aside = aside.Count, back = back.Count });

        void Lay(OwedRow row, bool stands, string ground)
        {
            if (stands && row.LapsedGround == ground) back.Add(row.Id);
            else if (!stands && row.LapsedGround is null && !row.IsReported && (ground == Left || row.ReportState == "Expected")) aside.Add((row.Id, ground));
        }
    }

    sealed record MemberRow(long Id, long MeasureId, long BodyId, bool Owes, string Consent, string Printed, long MemberOf, DateOnly? LeftDay);

    sealed record OwedRow(long Id, long RuleId, long AssignmentId, string PeriodCode, DateOnly Adjusted, string ReportState, string? LapsedGround)
    {
        public bool IsReported => ReportState is not ("Expected" or "Draft");
        public DayRange Days => ReportingPeriod.Parse(PeriodCode) is var period ? new(period.Start, period.End) : default;
    }
}
