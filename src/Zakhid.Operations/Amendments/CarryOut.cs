using Zakhid.Clauses;
using Zakhid.Documents.Amendments;
using Zakhid.Obligations;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Amendments;

/// <summary>What an amendment did to its plan.</summary>
public sealed record AmendmentEffect
{
    public int Changed { get; init; }
    public int Added { get; init; }
    public int Excluded { get; init; }
    public int Arisen { get; init; }
    public int Moved { get; init; }
    public int Lapsed { get; init; }
    /// <summary>Told before it is confirmed; afterwards each stands beside its obligation.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<ChangedObligation> Obligations { get; init; } = [];
}

/// <summary>
/// Makes the plan's next version: the wording that ends is kept with its last day, the plan reads as amended, and its
/// obligations follow from the new text.
/// </summary>
sealed class CarryOut
{
    readonly WriteScope _w;
    readonly AmendmentSheet _sheet;
    readonly long _plan;
    readonly DateOnly _since;
    readonly PlanText _before;
    readonly MadePlan _made;
    readonly IReadOnlyList<int?> _pairs;
    readonly NamedBodies _bodies;
    readonly List<string> _sections;
    /// <summary>Measures whose obligations may change.</summary>
    readonly HashSet<long> _touched = [];
    readonly List<(long Measure, Terms.Term Term)> _terms = [];
    /// <summary>Measures stand in other places or sections.</summary>
    bool _isRearranged;

    CarryOut(WriteScope w, AmendmentSheet sheet)
    {
        (_w, _sheet, _plan, _since, _before, _pairs, _bodies) = (w, sheet, sheet.PlanId!.Value, sheet.EffectiveDay!.Value, sheet.Base!, sheet.Pairs, new(w));
        _made = MakePlan.Of(sheet.After);
        _sections = [.. _made.Sections];
    }

    public static Task<AmendmentEffect> Within(WriteScope w, AmendmentSheet sheet) => new CarryOut(w, sheet).Run();

    async Task<AmendmentEffect> Run()
    {
        var (from, to) = await _w.One<(DateOnly?, DateOnly?)>("SELECT from_day, to_day FROM plan WHERE authority_id = @authority AND id = @plan", new { plan = _plan });
        var items = await Items();
        var before = new VersionBefore(_before.Reading.PlanTitle!, from, to, _before.Reading.Sections, ReportingLines.Write(_before.Reading.Act.Reporting), _before.Measures, items ? _before.Reading.Act.Clauses : null, _before.Reading.Act.Control);
        await _w.Do("UPDATE amendment SET before = @before, applied_day = @day, applied_at = @at WHERE authority_id = @authority AND id = @Id", new { _sheet.Id, before = Json.Write(before), day = _w.At.Day, at = _w.At.At });

        await Control();
        var days = await Title(from, to);
        var actDate = _made.Act.Date ?? _w.At.Day;
        var kept = _pairs.OfType<int>().ToHashSet();
        var gone = Enumerable.Range(0, _before.Measures.Count).Where(i => !kept.Contains(i)).ToList();
        foreach (var at in gone) await Exclude(at);
        await MakeRoom(gone);

        var gists = Gist.Of([.. _made.Measures.Select(m => m.Printed.Text)]);
        var (changed, added) = (0, 0);
        for (var i = 0; i < _made.Measures.Count; i++)
        {
            var made = _made.Measures[i];
            var window = MeasureWindow.Of(made.Term, days, actDate);
            if (_pairs[i] is { } at)
            {
                var stands = new KeepMeasures.Standing(_plan, _before.Measures[at], i + 1, KeepMeasures.Section(_sections, made.Printed), gists[i], window, null);
                if (await Change(stands, _before.Reading.Measures[at], made)) changed++;
            }
            else
            {
                var stands = new KeepMeasures.Standing(_plan, await _w.Next("measure"), i + 1, KeepMeasures.Section(_sections, made.Printed), gists[i], window, _since);
                await KeepMeasures.Within(_w, [(made, stands)], _bodies);
                _touched.Add(stands.Id);
                if (made.Term is { } term) _terms.Add((stands.Id, term));
                added++;
            }
        }

        var rules = await Rules();
        if (items) await RecordIssued.Amended(_w, _plan, _since, Instrumental());
        var whole = rules || days.From != from || days.To != to;
        if (await DerivedPlan.Of(_w, _plan, null) is { } derived && _terms.Count > 0)
        {
            await ControlDates.Add(_w, _plan, derived, _terms);
            await ControlDates.Settle(_w, _terms.ConvertAll(t => t.Measure));
        }
        if (days.From != from || days.To != to) await FollowPlan();
        var grounds = gone.ToDictionary(at => _before.Measures[at], at => ExcludedBy(_before.Reading.Measures[at]));
        var obligations = await RecomputeObligations.Within(_w, _plan, _since, whole ? null : _touched, measure => grounds.GetValueOrDefault(measure ?? 0) ?? $"змінено {Instrumental()}", _sheet.Id);
        var effect = new AmendmentEffect
        {
            Changed = changed,
            Added = added,
            Excluded = gone.Count,
            Arisen = obligations.Count(o => o.Change == ObligationChange.Arisen),
            Moved = obligations.Count(o => o.Change == ObligationChange.Moved),
            Lapsed = obligations.Count(o => o.Change == ObligationChange.Lapsed),
            Obligations = obligations,
        };
        await _w.Do("UPDATE amendment SET effect = @effect WHERE authority_id = @authority AND id = @Id", new { _sheet.Id, effect = Json.Write(effect) });
        await _w.Log("amendment.applied", $"plan/{_plan}", new { amendment = _sheet.Id, _sheet.Version, effect.Changed, effect.Added, effect.Excluded, effect.Arisen, effect.Moved, effect.Lapsed });
        return effect;
    }

    /// <summary>The plan has other days: what its measures' own words leave to it, windows and days of what recurs, follows.</summary>
    async Task FollowPlan()
    {
        if (await DerivedPlan.Of(_w, _plan, null) is not { } derived) return;
        var others = (await ControlDates.Terms(_w, _plan)).FindAll(m => !_terms.Exists(t => t.Measure == m.Measure));
        await ControlDates.Recount(_w, _plan, derived, others, _since, null);
        foreach (var same in others.GroupBy(m => derived.Window(m.Term) is var window ? (window.From, window.To) : default, m => m.Measure))
            await _w.Do($"UPDATE measure SET window_from = @From, window_to = @To WHERE authority_id = @authority AND id {_w.Dialect.Among("@ids")}", new { same.Key.From, same.Key.To, ids = same.ToList() });
    }

    /// <returns>Whether the act's own items read otherwise.</returns>
    async Task<bool> Items()
    {
        var (before, after) = (_before.Reading.Act.Clauses, _sheet.After.Act.Clauses);
        if (before.Select(c => (c.Number, c.Text)).SequenceEqual(after.Select(c => (c.Number, c.Text)))) return false;
        var act = await _w.One<long>("SELECT act_id FROM plan WHERE authority_id = @authority AND id = @plan", new { plan = _plan });
        var places = (await _w.All<(string? Number, string? Place)>("SELECT number, place FROM clause WHERE authority_id = @authority AND act_id = @act", new { act })).ToLookup(c => c.Number ?? "", c => c.Place, StringComparer.Ordinal);
        await _w.Do("DELETE FROM clause WHERE authority_id = @authority AND act_id = @act", new { act });
        await _w.DoMany("clause", after.Select((c, i) => new { ActId = act, Position = i + 1, c.Number, c.Kind, c.Text, Place = places[c.Number ?? ""].FirstOrDefault() }).ToList());
        return true;
    }

    /// <summary>Who controls the execution from now on.</summary>
    async Task Control()
    {
        var (before, after) = (_before.Reading.Act.Control, _sheet.After.Act.Control);
        if (before.SequenceEqual(after)) return;
        await _w.Do("UPDATE act SET control = @control WHERE authority_id = @authority AND id = (SELECT act_id FROM plan WHERE authority_id = @authority AND id = @plan)", new { plan = _plan, control = Json.Write(after) });
        await _w.Log("plan.control-changed", $"plan/{_plan}", new { amendment = _sheet.Id, before, after });
    }

    /// <summary>The plan's title and the days that it names.</summary>
    async Task<PlanPeriod> Title(DateOnly? from, DateOnly? to)
    {
        // Days that were not told by the title stay: only a title with another period moves them.
        var days = _made.Title != _before.Reading.PlanTitle && _made.Days != PlanPeriod.Of(_before.Reading.PlanTitle, _made.Act.Date) ? _made.Days : new(from, to);
        if (_made.Title != _before.Reading.PlanTitle)
            await _w.Do("UPDATE plan SET title = @Title, from_day = @From, to_day = @To, search_key = @search WHERE authority_id = @authority AND id = @plan", new { plan = _plan, _made.Title, days.From, days.To, search = Text.Folding.Key(_made.Title) });
        if (!_sections.SequenceEqual(_before.Reading.Sections))
        {
            await _w.Do("DELETE FROM section WHERE authority_id = @authority AND plan_id = @plan", new { plan = _plan });
            await _w.DoMany("section", _sections.Select((title, i) => new { PlanId = _plan, Position = i + 1, Title = title }).ToList());
        }
        return days;
    }

    async Task Exclude(int at)
    {
        var measure = _before.Measures[at];
        _touched.Add(measure);
        await Keep(measure, _before.Reading.Measures[at]);
        await _w.Do("UPDATE measure SET excluded_day = @since, excluded_ground = @ground, section_position = NULL WHERE authority_id = @authority AND id = @measure", new { measure, since = _since, ground = ExcludedBy(_before.Reading.Measures[at]) });
        await _w.Do("UPDATE assignment SET left_day = @since WHERE authority_id = @authority AND measure_id = @measure AND left_day IS NULL", new { measure, since = _since });
    }

    /// <summary>Every measure gets its place anew; those that are out of the plan stand behind all others.</summary>
    async Task MakeRoom(List<int> gone)
    {
        var moved = gone.Count > 0 || _pairs.Where((from, at) => from != at).Any();
        _isRearranged = moved || !_sections.SequenceEqual(_before.Reading.Sections);
        if (!moved) return;
        await _w.Do("UPDATE measure SET position = -position WHERE authority_id = @authority AND plan_id = @plan", new { plan = _plan });
        var behind = _made.Measures.Count;
        foreach (var excluded in await _w.All<long>("SELECT id FROM measure WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NOT NULL ORDER BY position DESC", new { plan = _plan }))
            await _w.Do("UPDATE measure SET position = @position WHERE authority_id = @authority AND id = @excluded", new { excluded, position = ++behind });
    }

    /// <returns>Whether the measure reads otherwise than before.</returns>
    async Task<bool> Change(KeepMeasures.Standing at, Measure before, MadeMeasure made)
    {
        var now = made.Printed;
        var issuer = _made.Act.Issuer;
        bool Differs(string field) => ReadingFields.Of(before, field, issuer) != ReadingFields.Of(now, field, issuer);
        var changed = ReadingFields.Measure.Any(Differs);
        if (changed || _isRearranged) await _w.Do("UPDATE measure SET position = @Position, section_position = @Section, gist = @Gist WHERE authority_id = @authority AND id = @Id", new { at.Id, at.Position, at.Section, at.Gist });
        if (!changed) return false;

        await Keep(at.Id, before);
        await _w.Do("""
            UPDATE measure SET number = @Number, text = @Text, goal = @Goal, audience = @Audience, criteria = @Criteria, funding = @Funding, funding_json = @fundingItems, venue = @Venue,
                executor_text = @ExecutorText, supervisors = @supervisors, indicators = @indicators, search_key = @search WHERE authority_id = @authority AND id = @Id
            """, new { at.Id, now.Number, now.Text, now.Goal, now.Audience, now.Criteria, now.Funding, fundingItems = Json.Write(now.FundingItems), now.Venue, now.ExecutorText, supervisors = Json.Write(now.Supervisors), indicators = Json.Write(now.Indicators), search = KeepMeasures.SearchKey(now) });
        if (Differs("term_text")) await Term(at, made);
        if (Differs("criteria"))
        {
            await _w.Do("UPDATE target SET left_day = @since WHERE authority_id = @authority AND measure_id = @Id AND left_day IS NULL", new { at.Id, since = _since });
            var behind = await _w.One<int>("SELECT COUNT(*) FROM target WHERE authority_id = @authority AND measure_id = @Id", new { at.Id });
            await KeepMeasures.Targets(_w, [.. made.Targets.Select((t, i) => (at.Id, behind + i + 1, t))], _since);
        }
        if (Differs("executors")) await Executors(at.Id, made);
        return true;
    }

    async Task Term(KeepMeasures.Standing at, MadeMeasure made)
    {
        _touched.Add(at.Id);
        await _w.Do("UPDATE measure SET term_text = @TermText, term_json = @term, window_from = @From, window_to = @To, extended_to = NULL, since_day = @since WHERE authority_id = @authority AND id = @Id",
            new { at.Id, made.Printed.TermText, term = made.Term is null ? null : Json.Write(made.Term), at.Window.From, at.Window.To, since = _since });
        foreach (var table in (string[])["control_day", "control_date"]) await _w.Do($"DELETE FROM {table} WHERE authority_id = @authority AND measure_id = @Id", new { at.Id });
        if (made.Term is { } term) _terms.Add((at.Id, term));
    }

    /// <summary>Who is no longer named leaves; who stays keeps what he has reported and agreed; who is new is given the measure from the day on.</summary>
    async Task Executors(long measure, MadeMeasure made)
    {
        _touched.Add(measure);
        var all = await _w.All<(long Id, long Body, bool ByConsent, bool Left)>("SELECT id, body_id, by_consent, CASE WHEN left_day IS NULL THEN 0 ELSE 1 END FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND member_of IS NULL AND part_id IS NULL ORDER BY position", new { measure });
        var standing = all.Where(a => !a.Left).ToList();
        var come = new List<MadeExecutor>();
        foreach (var one in made.Executors)
        {
            var body = await _bodies.Of(one);
            var at = standing.FindIndex(a => a.Body == body && a.ByConsent == one.Executor.ByConsent);
            if (at < 0) { come.Add(one); continue; }
            await _w.Do("UPDATE assignment SET role = @Role, owes = CASE WHEN divided_day IS NULL THEN @owes ELSE 0 END, printed = @Printed, qualifier = @Qualifier WHERE authority_id = @authority AND id = @Id", new { standing[at].Id, one.Executor.Role, owes = KeepMeasures.Owes(one), one.Executor.Printed, one.Executor.Qualifier });
            standing.RemoveAt(at);
        }
        foreach (var left in standing) await _w.Do("UPDATE assignment SET left_day = @since WHERE authority_id = @authority AND measure_id = @measure AND (id = @Id OR member_of = @Id OR (part_id IS NOT NULL AND body_id = @Body)) AND left_day IS NULL", new { left.Id, left.Body, measure, since = _since });
        var behind = await _w.One<int>("SELECT COALESCE(MAX(position), 0) FROM assignment WHERE authority_id = @authority AND measure_id = @measure", new { measure });
        await KeepMeasures.Assignments(_w, [.. come.Select((e, i) => (measure, behind + i + 1, e))], _plan, _bodies, _since);
    }

    /// <summary>Duties to report in other words: each takes the place of the one of its kind.</summary>
    async Task<bool> Rules()
    {
        if (ReportingLines.Write(_before.Reading.Act.Reporting) == ReportingLines.Write(_sheet.After.Act.Reporting)) return false;
        var old = await StoredRule.All(_w, _plan);
        var rules = ReportingRule.Of(_sheet.After.Act, [.. _sheet.After.Measures.SelectMany(m => m.Executors).Select(e => e.Name)]).Select(r => r with { Ground = $"{ReportingRule.GroundOf(_made.Act, r.ClauseNumber)} зі змінами, внесеними {Instrumental()}" }).ToList();
        // The coordinator's own rule stands until the act itself names a day for executors.
        var act = rules.Exists(r => r.Kind == ObligationKind.Report) ? "" : " AND adopted_day IS NULL";
        await _w.Do($"UPDATE reporting_rule SET withdrawn_at = @at WHERE authority_id = @authority AND plan_id = @plan AND withdrawn_at IS NULL{act}", new { plan = _plan, at = _w.At.At });
        var first = await AdoptPlan.KeepRules(_w, rules, _plan, since: _w.At.Day, holdsFrom: _since);
        for (var i = 0; i < rules.Count; i++)
        {
            if (old.Find(o => o.Kind == rules[i].Kind && o.Periodicity == rules[i].Periodicity) is not { } earlier) continue;
            old.Remove(earlier);
            await _w.Do("UPDATE reporting_rule SET follows_id = @Id WHERE authority_id = @authority AND id = @rule", new { earlier.Id, rule = first + i });
        }
        return true;
    }

    Task Keep(long measure, Measure wording) => _w.DoMany("measure_wording", [new { MeasureId = measure, UntilVersion = _before.Version, UntilDay = _since, Wording = Json.Write(wording) }]);

    /// <summary>«виключено пунктом 2 розпорядження № 88».</summary>
    string ExcludedBy(Measure measure)
    {
        var step = _sheet.Amended.Steps.FirstOrDefault(s => s.Changes.Any(c => c.Field == "measure" && c.After is null && c.Number == measure.Number && c.Before == measure.Text));
        var called = measure.Number is { } number ? $"захід {number} виключено" : "захід виключено";
        return $"{called} {Instrumental(step)}";
    }

    string Instrumental(AmendedStep? step = null)
    {
        var act = ActWords.ShortInstrumental(_sheet.Act);
        if (step?.Alteration.ClauseNumber?.Trim() is not { Length: > 0 } clause) return act;
        var item = clause.EndsWith(')') ? "підпунктом" : "пунктом";
        return $"{item} {clause.TrimEnd('.', ')')} {_sheet.Short}";
    }
}
