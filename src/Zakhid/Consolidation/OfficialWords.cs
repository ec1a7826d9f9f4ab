using Zakhid.Obligations;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.Consolidation;

/// <summary>Of whom information was awaited in a period, and what came: the figures of the official paper's first lines.</summary>
public sealed record Gathered(int Reports, int Accepted, IReadOnlyList<string> Bodies, IReadOnlyList<string> Silent, IReadOnlyList<string> Apart);

/// <summary>
/// The sentences of the official paper («ІНФОРМАЦІЯ про виконання …»), which the coordinator may edit. They name bodies in
/// the nominative only and use forms without gender, so that no name has to be declined.
/// </summary>
public static class OfficialWords
{
    /// <summary>
    /// «про виконання плану заходів щодо …, за III квартал 2020 року», from the title of the act or of its plan: «Про план
    /// заходів …», «Про затвердження Плану реалізації …», «План заходів …», «щодо …».
    /// </summary>
    public static string Title(string planTitle, ReportingPeriod period) => $"про виконання {PlanGenitive(planTitle)}, за {period.Name}";

    /// <summary>Under the title of a supplement to what was sent: «(доповнення станом на 25 вересня 2020 року)».</summary>
    public static string Supplement(DateOnly asOf) => $"(доповнення станом на {UkrainianDate.Full(asOf)})";

    /// <summary>
    /// «На виконання пункту 3 розпорядження від 03.08.2020 № 149-ОД узагальнено інформацію дев’яти виконавців за III квартал
    /// 2020 року: надали вісім, не надав один.» The clause is the one that orders the summary; null: the act has none.
    /// </summary>
    public static string Intro(Act act, string? clause, ReportingPeriod period, Gathered gathered)
    {
        var ground = clause is null ? ActWords.Cited(act) : $"пункту {clause.TrimEnd('.', ')')} {ActWords.Cited(act)}";
        var bodies = gathered.Bodies.Count;
        if (bodies == 0) return $"На виконання {ground} узагальнено інформацію за {period.Name}.";
        var silent = gathered.Silent.Count;
        var given = silent == 0 ? (bodies == 1 ? "її надано" : "надали всі")
            : silent == bodies ? (bodies == 1 ? "її не надано" : "не надав жоден")
            : $"{Gave(bodies - silent)}, не {Gave(silent)}";
        return $"На виконання {ground} узагальнено інформацію {CountInWords.Genitive(bodies)} {(Plural.EndsInOne(bodies) ? "виконавця" : "виконавців")} за {period.Name}: {given}.";
    }

    /// <summary>«Інформації не надано: ГУНП в місті Глухові.»; empty where nobody is silent.</summary>
    public static string Silent(Gathered gathered) => gathered.Silent.Count == 0 ? "" : $"Інформації не надано: {string.Join("; ", gathered.Silent)}.";

    /// <summary>«За згодою, без відповіді: міськвиконкоми; ОТГ.»: named, and no fault of theirs.</summary>
    public static string Apart(Gathered gathered) => gathered.Apart.Count == 0 ? "" : $"За згодою, без відповіді: {string.Join("; ", gathered.Apart)}.";

    /// <summary>The line in a measure's cell for a body that gave nothing: «ГУНП в місті Глухові: інформації не надано.»</summary>
    public static string SilentLine(string body) => $"{body}: інформації не надано.";

    /// <summary>The line in a measure's cell for a body whose information came and is not yet confirmed.</summary>
    public static string UnderReviewLine(string body) => $"{body}: інформація опрацьовується.";

    /// <summary>The line in a measure's cell for a body «за згодою» that has not answered.</summary>
    public static string ApartLine(string body) => $"{body} (за згодою): інформації не надходило.";

    /// <summary>«Виконується.»: what is confirmed of the measure, as the cell begins; empty where nothing is.</summary>
    public static string State(ExecutionState? confirmed) => confirmed is { } state ? CountInWords.Capital(StateWords.Ukrainian(state)) + "." : "";

    /// <summary>
    /// «З 11 заходів виконано один, виконуються дев’ять; про один інформації немає.»
    /// </summary>
    /// <param name="measures">One for each measure: what is confirmed, null where nothing is.</param>
    public static string Measures(IReadOnlyCollection<ExecutionState?> measures)
    {
        if (measures.Count == 0) return "";
        var parts = measures.Where(state => state is not null).GroupBy(state => state!.Value).OrderBy(group => group.Key)
            .Select(group => Part(group.Key, group.Count())).ToList();
        var unknown = measures.Count(state => state is null);
        var known = string.Join(", ", parts);
        var rest = unknown == 0 ? "" : $"про {CountInWords.Of(unknown)} підтвердженої інформації немає";
        var of = $"{(measures.Count is 4 or 6 or 7 or > 11 ? "Із" : "З")} {Plural.Digits(measures.Count)} {(Plural.EndsInOne(measures.Count) ? "заходу" : "заходів")}";
        return $"{of} {(known.Length > 0 && rest.Length > 0 ? $"{known}; {rest}" : known + rest)}.";
    }

    static string Part(ExecutionState state, int count) => state switch
    {
        ExecutionState.InProgress => $"{(Plural.EndsInOne(count) ? "виконується" : "виконуються")} {CountInWords.Of(count)}",
        ExecutionState.NotYetDue => $"строк не настав для {CountInWords.Genitive(count)}",
        ExecutionState.NoOccasion => $"випадків не було для {CountInWords.Genitive(count)}",
        ExecutionState.Obsolete => $"{(Plural.Of(count, "1", "2", "5") switch { "1" => "втратив", "2" => "втратили", _ => "втратило" })} актуальність {CountInWords.Of(count)}",
        _ => $"{StateWords.Ukrainian(state)} {CountInWords.Of(count)}",
    };

    static string Gave(int count) => $"{(Plural.EndsInOne(count) ? "надав" : "надали")} {CountInWords.Of(count)}";

    static string PlanGenitive(string title)
    {
        var plan = Folding.Collapse(title).TrimEnd('.');
        foreach (var opening in (string[])["про затвердження ", "про схвалення ", "про "])
        {
            if (!plan.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) continue;
            plan = plan[opening.Length..];
            break;
        }
        foreach (var (nominative, genitive) in ((string, string)[])
            [("план ", "плану "), ("плану ", "плану "), ("операційний план ", "операційного плану "), ("календарний план ", "календарного плану "),
             ("операційного плану ", "операційного плану "), ("програму ", "програми "), ("програма ", "програми "), ("заходи ", "заходів ")])
        {
            if (plan.StartsWith(nominative, StringComparison.OrdinalIgnoreCase)) return genitive + plan[nominative.Length..];
        }
        return plan.StartsWith("щодо ", StringComparison.OrdinalIgnoreCase) || plan.StartsWith("із ", StringComparison.OrdinalIgnoreCase) || plan.StartsWith("з ", StringComparison.OrdinalIgnoreCase)
            ? $"плану заходів {char.ToLowerInvariant(plan[0])}{plan[1..]}" : $"плану «{plan}»";
    }
}
