using Zakhid.Criteria;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>A part of a compound measure as a person writes it.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Criteria">Its own criterion; null: it is counted by that of the measure.</param>
/// <param name="Assignments">Whose it is: some of the measure's executors.</param>
public sealed record NewPart(string Text, string? Criteria, IReadOnlyList<long> Assignments);

/// <summary>
/// Divides a compound measure into parts that are reported on by themselves: «3.а», «3.б». The measure, its number and its
/// printed words stay; its state follows from its parts. Before anybody has begun to report, and only then.
/// </summary>
public sealed class DivideMeasure(Store store)
{
    public const int MostParts = 12;
    /// <summary>Letters by which office lists count; ґ, є, з, і, ї, й, о are left out there.</summary>
    const string Letters = "абвгдежиклмнп";
    public const string Ground = "захід поділено на частини";

    /// <exception cref="RuleBroken">«divide.not-for-you», «measure.unknown», «divide.already», «divide.reported», «divide.too-few», «divide.too-many», «divide.text-missing», «divide.nobody», «divide.left-out».</exception>
    public Task<int> Run(Actor by, Moment at, long measure, IReadOnlyList<NewPart> parts, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var plan = await Open(w, measure);
        if ((await Parts(w, measure)).Count > 0) throw new RuleBroken("divide.already");
        var whole = await w.All<Given>("""
            SELECT id, body_id, role, by_consent, consent, printed, qualifier, since_day FROM assignment
            WHERE authority_id = @authority AND measure_id = @measure AND owes = 1 AND part_id IS NULL AND member_of IS NULL AND left_day IS NULL ORDER BY position
            """, new { measure });
        MustBeWhole(parts, whole);

        var gists = Gist.Of([.. parts.Select(part => part.Text.Trim())]);
        var ids = await w.Next("part", parts.Count);
        await w.DoMany("part", parts.Select((part, i) => new { Id = ids + i, MeasureId = measure, Letter = Letters[i].ToString(), Text = part.Text.Trim(), Gist = gists[i], Criteria = Trimmed(part.Criteria), w.At.Day, w.At.At, PersonId = w.By.Person }).ToList());
        await w.Do("UPDATE assignment SET owes = 0, divided_day = @Day WHERE authority_id = @authority AND measure_id = @measure AND owes = 1 AND left_day IS NULL", new { measure, w.At.Day });
        await GiveParts(w, plan, measure, ids, parts, whole);
        await KeepTargets(w, measure, ids, parts);
        await w.Do("""
            UPDATE obligation SET lapsed_day = @Day, lapsed_ground = @Ground WHERE authority_id = @authority AND measure_id = @measure AND lapsed_day IS NULL
              AND assignment_id IN (SELECT id FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND divided_day IS NOT NULL)
            """, new { measure, w.At.Day, Ground });
        await w.Log("measure.divided", $"measure/{measure}", new { parts = parts.Select((part, i) => new { letter = Letters[i].ToString(), text = part.Text.Trim() }) });
        return await DeriveObligations.Within(w, plan, asOf: at.Day);
    }, stop);

    /// <summary>The measure is whole again, as long as nobody has reported on a part.</summary>
    /// <exception cref="RuleBroken">«divide.not-for-you», «measure.unknown», «divide.none», «divide.reported».</exception>
    public Task Undo(Actor by, Moment at, long measure, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var plan = await Open(w, measure);
        if ((await Parts(w, measure)).Count == 0) throw new RuleBroken("divide.none");
        await w.Do("UPDATE part SET withdrawn_at = @At WHERE authority_id = @authority AND measure_id = @measure AND withdrawn_at IS NULL", new { measure, w.At.At });
        await w.Do("UPDATE assignment SET owes = 0 WHERE authority_id = @authority AND measure_id = @measure AND part_id IS NOT NULL", new { measure });
        await w.Do("""
            UPDATE obligation SET lapsed_day = @Day, lapsed_ground = @ground WHERE authority_id = @authority AND measure_id = @measure AND lapsed_day IS NULL
              AND assignment_id IN (SELECT id FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND part_id IS NOT NULL)
            """, new { measure, w.At.Day, ground = "захід знову один" });
        await w.Do("""
            UPDATE obligation SET lapsed_day = NULL, lapsed_ground = NULL WHERE authority_id = @authority AND measure_id = @measure AND lapsed_ground = @Ground AND adjusted < @Day
              AND EXISTS (SELECT 1 FROM assignment s WHERE s.authority_id = @authority AND s.id = obligation.assignment_id AND s.divided_day IS NOT NULL AND (s.left_day IS NULL OR obligation.adjusted < s.left_day))
            """, new { measure, Ground, w.At.Day });
        await w.Do("UPDATE assignment SET owes = 1, divided_day = NULL WHERE authority_id = @authority AND measure_id = @measure AND divided_day IS NOT NULL AND part_id IS NULL", new { measure });
        await w.Log("measure.undivided", $"measure/{measure}");
        // What is to come is owed as it would be had nobody divided it.
        await DeriveObligations.Within(w, plan, asOf: at.Day);
    }, stop);

    /// <summary>The parts in force, in order, each with its executors as printed.</summary>
    /// <param name="scope">The authority.</param>
    /// <param name="measure">Which measure.</param>
    /// <param name="asOf">Those that it had at the end of an earlier day; null: that it has.</param>
    public static async Task<IReadOnlyList<MeasurePart>> Parts(Scope scope, long measure, DateOnly? asOf = null)
    {
        var kept = await scope.All<(long Id, string Letter, string Text, string? Criteria, DateOnly Day, DateTimeOffset? WithdrawnAt)>("SELECT id, letter, text, criteria, day, withdrawn_at FROM part WHERE authority_id = @authority AND measure_id = @measure ORDER BY id", new { measure });
        var parts = kept.FindAll(p => asOf is { } day ? p.Day <= day && !(p.WithdrawnAt is { } at && AuthorityClock.DayOf(at) <= day) : p.WithdrawnAt is null).ConvertAll(p => new MeasurePart(p.Id, p.Letter, p.Text, p.Criteria));
        if (parts.Count == 0) return parts;
        var printed = (await scope.All<(long Part, string Printed)>("SELECT part_id, printed FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND part_id IS NOT NULL AND member_of IS NULL AND (@asOf IS NOT NULL OR owes = 1) ORDER BY position", new { measure, asOf })).ToLookup(x => x.Part, x => x.Printed);
        return parts.ConvertAll(part => part with { Executors = [.. printed[part.Id]] });
    }

    static async Task<long> Open(WriteScope w, long measure)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator)) throw new RuleBroken("divide.not-for-you");
        var plan = await w.Find<long?>("SELECT plan_id FROM measure WHERE authority_id = @authority AND id = @measure", new { measure }) ?? throw new RuleBroken("measure.unknown");
        await OpenPlan.Must(w, plan);
        // A lapsed report that was begun is nobody's work any more only where the whole was divided before.
        if (await w.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND measure_id = @measure AND report_state <> 'Expected' AND lapsed_day IS NULL", new { measure }) > 0) throw new RuleBroken("divide.reported");
        return plan;
    }

    static void MustBeWhole(IReadOnlyList<NewPart> parts, List<Given> whole)
    {
        if (parts.Count < 2) throw new RuleBroken("divide.too-few");
        if (parts.Count > MostParts) throw new RuleBroken("divide.too-many", MostParts);
        foreach (var part in parts)
        {
            if (string.IsNullOrWhiteSpace(part.Text)) throw new RuleBroken("divide.text-missing");
            if (!whole.Exists(one => part.Assignments.Contains(one.Id))) throw new RuleBroken("divide.nobody", part.Text.Trim());
        }
        if (whole.Find(one => !parts.Any(part => part.Assignments.Contains(one.Id))) is { } left) throw new RuleBroken("divide.left-out", left.Printed);
    }

    static async Task GiveParts(WriteScope w, long plan, long measure, long firstPart, IReadOnlyList<NewPart> parts, List<Given> whole)
    {
        var given = parts.SelectMany((part, i) => whole.Where(one => part.Assignments.Contains(one.Id)).Select(one => (Part: firstPart + i, One: one))).ToList();
        var first = await w.Next("assignment", given.Count);
        var position = await w.One<long>("SELECT COALESCE(MAX(position), 0) FROM assignment WHERE authority_id = @authority AND measure_id = @measure", new { measure });
        await w.DoMany("assignment", given.Select((x, i) => new
        {
            Id = first + i,
            PlanId = plan,
            MeasureId = measure,
            x.One.BodyId,
            Position = position + i + 1,
            x.One.Role,
            x.One.ByConsent,
            x.One.Consent,
            Owes = true,
            x.One.Printed,
            x.One.Qualifier,
            PartId = x.Part,
            x.One.SinceDay,
        }).ToList());
        foreach (var answered in given.Select((x, i) => (Id: first + i, x.One.Consent)).Where(x => x.Consent is not ("" or "Asked")).GroupBy(x => x.Consent, x => x.Id))
            await AnswerConsent.Record(w, [.. answered], answered.Key, Ground);
    }

    static async Task KeepTargets(WriteScope w, long measure, long firstPart, IReadOnlyList<NewPart> parts)
    {
        var targets = parts.SelectMany((part, i) => Trimmed(part.Criteria) is { } criteria ? CriteriaLanguage.Read(criteria).Targets.Select(target => (Part: firstPart + i, Target: target)) : []).ToList();
        if (targets.Count == 0) return;
        var first = await w.Next("target", targets.Count);
        var position = await w.One<long>("SELECT COALESCE(MAX(position), 0) FROM target WHERE authority_id = @authority AND measure_id = @measure", new { measure });
        await w.DoMany("target", targets.Select((x, i) => new { Id = first + i, MeasureId = measure, PartId = x.Part, Position = position + i + 1, x.Target.Type, x.Target.Metric, x.Target.Unit, x.Target.Value, x.Target.Measurable, Meaning = Json.Write(x.Target) }).ToList());
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    sealed record Given(long Id, long BodyId, string Role, bool ByConsent, string Consent, string Printed, string? Qualifier, DateOnly? SinceDay);
}

/// <summary>A part of a measure as lists show it.</summary>
public sealed record MeasurePart(long Id, string Letter, string Text, string? Criteria)
{
    public IReadOnlyList<string> Executors { get; init; } = [];
}
