using Zakhid.Bodies;
using Zakhid.Criteria;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Linting;

/// <summary>
/// Reads an act with its plan as a lawyer would, and says what will trouble its execution: each remark with its place,
/// and a repair. Codes are a closed list, one family a file; docs/specs/linter.md has an example of each. Remarks are
/// for a person: only a <see cref="Severity.Question"/> must be answered before the plan is put under control.
/// </summary>
public static class PlanLinter
{
    /// <summary>The closed list of what the linter says.</summary>
    public static readonly IReadOnlySet<string> Codes = new HashSet<string>(StringComparer.Ordinal)
    {
        "act.draft", "act.no-date", "act.no-number", "number.repeated", "number.missing", "number.gap",
        "reporting.none", "reporting.no-day", "reporting.order", "reporting.short-slack",
        "term.none", "term.missing", "term.order", "term.past", "term.begun", "term.after-plan", "term.unsure", "term.before-data", "term.after-parent",
        "criterion.none", "criterion.missing", "criterion.no-number", "criterion.no-base", "criterion.uncheckable", "criterion.told",
        "executor.missing", "executor.all-consent", "executor.outside", "executor.unknown", "executor.new", "executor.alike",
    };

    /// <summary>All remarks, in the order of the plan: the act's first, then measure by measure.</summary>
    /// <param name="act">The act as read, with what a person corrected.</param>
    /// <param name="planTitle">The plan's own title, where it differs from the act's.</param>
    /// <param name="measures">In the order printed.</param>
    /// <param name="placeOf">JSON pointer → where it was read.</param>
    /// <param name="register">The bodies that are known already; null or empty: none is missed.</param>
    public static IReadOnlyList<Remark> Check(Act act, string? planTitle, IReadOnlyList<Measure> measures, Func<string, Place?>? placeOf = null, BodyRegister? register = null)
    {
        var plan = new LintedPlan(act, planTitle, measures, placeOf) { Register = register ?? BodyRegister.Empty };
        return InOrder([.. Printed(plan), .. ReportingRemarks.Of(plan), .. TermRemarks.Of(plan), .. CriteriaRemarks.Of(plan), .. ExecutorRemarks.Of(plan), .. RegisterRemarks.Of(plan)], placeOf);
    }

    /// <summary>The remarks that need no phrase to be understood: requisites and numbers. The reader gives them with its own.</summary>
    public static IReadOnlyList<Remark> CheckPrinted(Act act, IReadOnlyList<Measure> measures, Func<string, Place?>? placeOf = null) =>
        InOrder([.. Printed(new LintedPlan(act, null, measures, placeOf))], placeOf);

    static IEnumerable<Remark> Printed(LintedPlan plan) => RequisiteRemarks.Of(plan).Concat(NumberRemarks.Of(plan));

    static List<Remark> InOrder(List<Remark> remarks, Func<string, Place?>? placeOf) =>
        [.. remarks.OrderBy(r => LintedPlan.MeasureOf(r.Pointer)).Select(r => r.Place is null && placeOf is not null ? r with { Place = PlaceOf(r.Pointer, placeOf) } : r)];

    /// <summary>What is absent has no place of its own: the measure's text is shown.</summary>
    static Place? PlaceOf(string pointer, Func<string, Place?> placeOf) =>
        placeOf(pointer) ?? (LintedPlan.MeasureOf(pointer) >= 0 ? placeOf($"/measures/{LintedPlan.MeasureOf(pointer)}/text") : null);
}

/// <summary>A plan with the meaning of its phrases, read once and only where a family asks.</summary>
sealed class LintedPlan
{
    readonly Lazy<IReadOnlyList<Term?>> _terms;
    readonly Lazy<IReadOnlyList<CriteriaReading?>> _criteria;
    readonly Lazy<IReadOnlyList<IReadOnlyList<Executor>>> _executors;

    readonly Func<string, Place?>? _placeOf;

    public LintedPlan(Act act, string? planTitle, IReadOnlyList<Measure> measures, Func<string, Place?>? placeOf)
    {
        (Act, Measures, _placeOf) = (act, measures, placeOf);
        var own = PlanPeriod.Of(planTitle ?? act.Title, act.Date);
        Days = own.To is null && planTitle is not null ? PlanPeriod.Of(act.Title, act.Date) : own;
        var context = new TermContext(Days.From, Days.To, act.Date);
        _terms = new(() => Read(m => m.TermText, text => TermLanguage.Read(text, TermClause.MeasureTerm, context)));
        _criteria = new(() => Read(m => m.Criteria, CriteriaLanguage.Read));
        _executors = new(() => MeasureExecutors.Of(measures, act.Issuer));
    }

    IReadOnlyList<T?> Read<T>(Func<Measure, string?> textOf, Func<string, T> language) where T : class
    {
        var read = Once.Of(Measures.Select(textOf), language);
        return [.. Measures.Select(m => textOf(m) is { } text ? read(text) : null)];
    }

    public Act Act { get; }

    /// <summary>Whom the act asks to report and when, read once: remarks on each measure ask for it.</summary>
    public IReadOnlyList<ReportingRule> ReportingRules => field ??= ReportingRule.Of(Act, [.. Measures.SelectMany(m => m.Executors).Select(e => e.Name)]);
    public IReadOnlyList<Measure> Measures { get; }
    /// <summary>The bodies that are known already.</summary>
    public BodyRegister Register { get; init; } = BodyRegister.Empty;
    public PlanPeriod Days { get; }
    public IReadOnlyList<Term?> Terms => _terms.Value;
    public IReadOnlyList<CriteriaReading?> Criteria => _criteria.Value;
    public IReadOnlyList<IReadOnlyList<Executor>> Executors => _executors.Value;

    public bool IsDraft => Act.IsDraft || (Act.Date is null && Act.Number is null);

    public Place? PlaceOf(string pointer) => _placeOf?.Invoke(pointer);

    /// <summary>The index of the measure that a pointer leads to; −1 for the act and the plan as a whole.</summary>
    public static int MeasureOf(string pointer)
    {
        const string measures = "/measures/";
        if (!pointer.StartsWith(measures, StringComparison.Ordinal)) return -1;
        var end = pointer.IndexOf('/', measures.Length);
        return int.TryParse(pointer.AsSpan(measures.Length, (end < 0 ? pointer.Length : end) - measures.Length), out var index) ? index : -1;
    }

    /// <summary>A text short enough for a sentence, cut between words.</summary>
    public static string Short(string text)
    {
        const int longest = 80;
        text = Text.Folding.Collapse(text).TrimEnd('.', ';', ',');
        if (text.Length <= longest) return text;
        var space = text.LastIndexOf(' ', longest - 1);
        return text[..(space > longest / 2 ? space : longest)].TrimEnd(' ', ',', '–', '(') + "…";
    }
}
