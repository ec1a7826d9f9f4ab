using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zakhid.Bodies;
using Zakhid.Criteria;
using Zakhid.Documents.Reading;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Operations.Reading;

/// <summary>From what a file says to what it means: the four languages read its phrases. Pure.</summary>
public static class MakePlan
{
    /// <param name="reading">As read, with corrections applied.</param>
    /// <param name="corrected">Who corrected which pointer.</param>
    /// <param name="coordinator">The body that consolidates, where the coordinator named it; null: as the act says.</param>
    /// <param name="known">The body of the register that a name is; null, or a null answer: the name’s own.</param>
    public static MadePlan Of(PlanReading reading, IReadOnlyDictionary<string, CorrectedField>? corrected = null, string? coordinator = null, Func<NamedBody, string, KnownBody?>? known = null)
    {
        var act = reading.Act;
        var title = reading.PlanTitle ?? act.Title ?? reading.FileName;
        var days = PlanPeriod.Of(title, act.Date) is { To: not null } own ? own : PlanPeriod.Of(act.Title ?? title, act.Date);
        var context = new TermContext(days.From, days.To, act.Date);

        var executors = MeasureExecutors.Of(reading.Measures, act.Issuer);
        var term = Once.Of(reading.Measures.Select(m => m.TermText), text => TermLanguage.Read(text, TermClause.MeasureTerm, context));
        var criteria = Once.Of(reading.Measures.Select(m => m.Criteria), text => CriteriaLanguage.Read(text).Targets);
        var assignments = Assignment.Of(executors).ToLookup(a => a.Measure);
        var places = ByMeasure(reading.Places);
        var byHand = ByMeasure(corrected ?? new Dictionary<string, CorrectedField>(StringComparer.Ordinal));
        var measures = new List<MadeMeasure>(reading.Measures.Count);
        for (var i = 0; i < reading.Measures.Count; i++)
        {
            var m = reading.Measures[i];
            measures.Add(new()
            {
                Printed = m,
                Term = m.TermText is null ? null : term(m.TermText),
                Targets = m.Criteria is null ? [] : criteria(m.Criteria),
                Executors = [.. assignments[i].Select(a => Made(a, known)).DistinctBy(e => e.BodyKey, StringComparer.Ordinal)],
                Places = places.GetValueOrDefault(i) ?? [],
                Corrected = byHand.GetValueOrDefault(i) ?? [],
            });
        }

        var rules = ReportingRule.Of(act, [.. measures.SelectMany(m => m.Executors).Select(e => e.Executor.Printed)]);
        var consolidates = coordinator ?? rules.FirstOrDefault(r => r.Kind == ObligationKind.Consolidation)?.Who ?? rules.FirstOrDefault(r => r.Kind == ObligationKind.Report)?.To ?? Charged(act);
        var body = consolidates is null ? null : BodyOf(consolidates, measures, act.Issuer, known);
        return new()
        {
            Act = act,
            TextHash = HashOf(reading),
            Title = title,
            Days = days,
            SignedBy = reading.PlanSignedBy,
            Sections = reading.Sections,
            Measures = measures,
            Rules = rules,
            CoordinatorKey = body?.Key,
            CoordinatorName = body?.Name,
            RequisitesByHand = corrected?.GetValueOrDefault("/act/date") ?? corrected?.GetValueOrDefault("/act/number"),
        };
    }

    static readonly string[] Charging = ["покласти на ", "доручити "];

    /// <summary>«Організацію виконання цього рішення покласти на відділ …», «… доручити відділу …»: who is charged with the plan where nobody reports to anybody.</summary>
    static string? Charged(Act act)
    {
        foreach (var clause in act.Clauses)
        {
            var text = Folding.Fold(clause.Text);
            if (clause.Kind == ClauseKind.Control || text.Length != clause.Text.Length || Array.Find(Charging, word => text.Contains(word, StringComparison.Ordinal)) is not { } verb || !(text.Contains("організац", StringComparison.Ordinal) || text.Contains("координ", StringComparison.Ordinal) || text.Contains("узагальн", StringComparison.Ordinal))) continue;
            if (ExecutorLanguage.Read(clause.Text[(text.IndexOf(verb, StringComparison.Ordinal) + verb.Length)..].TrimEnd('.', ' '), act.Issuer).Executors is [{ Kind: ExecutorKind.Unit or ExecutorKind.Org } one, ..]) return one.Name;
        }
        return null;
    }

    /// <summary>The body that a clause names in any case («управлінню … облдержадміністрації»): an executor of the plan, else by its own name.</summary>
    static NamedBody BodyOf(string name, List<MadeMeasure> measures, string? issuer, Func<NamedBody, string, KnownBody?>? known)
    {
        if (measures.SelectMany(m => m.Executors).FirstOrDefault(e => BodyWords.AreSame(e.Executor.Printed, name) || BodyWords.AreSame(e.BodyName, name)) is { } executor) return new(executor.BodyKey, executor.BodyName);
        var named = ExecutorLanguage.Read(name, issuer).Executors is [var one, ..] ? BodyNames.Of([one])[one] : new(Folding.Key(name), name);
        return known?.Invoke(named, name) is { } body ? new(body.Key, body.Name) : named;
    }

    static MadeExecutor Made(Assignment a, Func<NamedBody, string, KnownBody?>? known) =>
        known?.Invoke(a.Body, a.Executor.Printed) is { } body && body.Key != a.Body.Key ? new(a.Executor, body.Key, body.Name, a.Owes) { NamedKey = a.Body.Key } : new(a.Executor, a.Body.Key, a.Body.Name, a.Owes);

    /// <summary>SHA-256 of all that the act and plan say, not of the file's bytes: a copy saved anew is the same act.</summary>
    public static string HashOf(PlanReading reading) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(new
    {
        reading.Act.Title,
        Clauses = reading.Act.Clauses.Select(c => c.Text),
        reading.Sections,
        Measures = reading.Measures.Select(m => new { m.Number, m.Text, m.Goal, m.Audience, m.Criteria, m.Funding, m.TermText, Executors = m.Executors.Select(e => e.Name) }),
    }))));

    /// <summary>«/measures/3/text» → 3 → «text».</summary>
    static Dictionary<int, Dictionary<string, T>> ByMeasure<T>(IReadOnlyDictionary<string, T> pointers)
    {
        var all = new Dictionary<int, Dictionary<string, T>>();
        foreach (var (pointer, value) in pointers)
        {
            if (pointer.Split('/') is not ["", "measures", var number, var field] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var measure)) continue;
            if (!all.TryGetValue(measure, out var fields)) all[measure] = fields = new(StringComparer.Ordinal);
            fields[field] = value;
        }
        return all;
    }
}
