using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.Control;

/// <summary>A report that a letter speaks of.</summary>
/// <param name="Measure">The measure's number as printed, or its place in the plan.</param>
/// <param name="Due">The day that counts now.</param>
/// <param name="Ground">«до 17 вересня 2020: пункт 2 розпорядження № 149-ОД».</param>
/// <param name="IsReturned">It came back with a remark.</param>
public sealed record LetterItem(string Measure, DateOnly Due, string Ground, bool IsReturned = false);

/// <summary>What is owed of one plan for one period; at least one report.</summary>
/// <param name="PlanTitle">As printed.</param>
/// <param name="Period">The one that is owed for.</param>
/// <param name="Items">In the order of measures.</param>
public sealed record LetterPart(string PlanTitle, ReportingPeriod Period, IReadOnlyList<LetterItem> Items);

/// <summary>An act that the addressee is to issue on a plan of the authority above.</summary>
/// <param name="PlanTitle">As printed.</param>
/// <param name="Due">By which day.</param>
/// <param name="Ground">«пункт 3 розпорядження № 149-ОД».</param>
public sealed record LetterAct(string PlanTitle, DateOnly Due, string Ground);

/// <summary>A measure that a body is asked to take part in: its number, words and term as printed.</summary>
public sealed record AskedMeasure(string Number, string Text = "", string? Term = null);

/// <summary>All that one body owes, as a letter speaks of it.</summary>
public sealed record LetterBody(string Name, IReadOnlyList<LetterPart> Parts, IReadOnlyList<LetterAct> Acts);

/// <summary>
/// Texts to be copied into a letter: a reminder of what is due, a question for consent. Names of bodies and posts stand in the
/// nominative on a line of their own, so that none has to be declined.
/// </summary>
public static class Letters
{
    /// <summary>
    /// «Відділ культури / Нагадуємо: до 17 вересня 2020 року належить подати інформацію за III квартал 2020 року про виконання
    /// заходів 1, 9 плану «…». / Підстава: пункт 2 розпорядження № 149-ОД.»
    /// </summary>
    /// <param name="body">Whom.</param>
    /// <param name="planTitle">As printed.</param>
    /// <param name="period">The one period that is owed for.</param>
    /// <param name="items">What the body owes for it; at least one.</param>
    /// <param name="asOf">The day of the letter: a due day before it has passed.</param>
    /// <param name="from">Who reminds: the coordinator's post.</param>
    public static string Reminder(string body, string planTitle, ReportingPeriod period, IReadOnlyList<LetterItem> items, DateOnly asOf, string from)
    {
        List<string> lines = [body, "", .. Owed(new LetterPart(planTitle, period, items), asOf)];
        lines.AddRange(["", from]);
        return string.Join('\n', lines);
    }

    /// <summary>The same about acts that the body is to issue on a plan of the authority above: each with its day and ground.</summary>
    /// <param name="body">Whom.</param>
    /// <param name="acts">At least one.</param>
    /// <param name="asOf">The day of the letter: a due day before it has passed.</param>
    /// <param name="from">Who reminds: the coordinator's post.</param>
    public static string Reminder(string body, IReadOnlyList<LetterAct> acts, DateOnly asOf, string from) =>
        string.Join('\n', [body, "", .. acts.SelectMany(act => Owed(act, asOf)), "", from]);

    /// <summary>
    /// One letter of a day about all that a mailbox is to hear of: body by body, plan by plan, with the day it tells of, because
    /// it may be read later.
    /// </summary>
    /// <param name="bodies">Name of each body and what it owes; none is empty.</param>
    /// <param name="asOf">The day of the letter.</param>
    /// <param name="from">Who reminds: the coordinator's post and authority.</param>
    /// <param name="address">Where the reports are written, if the installation knows its address.</param>
    /// <param name="isSample">The data are those of a demonstration: the letter says so.</param>
    public static string Daily(IReadOnlyList<LetterBody> bodies, DateOnly asOf, string from, string? address, bool isSample = false)
    {
        var lines = isSample ? new List<string> { "Зразок: дані демонстрації", "" } : [];
        foreach (var body in bodies)
        {
            lines.AddRange([body.Name, ""]);
            foreach (var part in body.Parts) lines.AddRange([.. Owed(part, asOf), ""]);
            foreach (var act in body.Acts) lines.AddRange([.. Owed(act, asOf), ""]);
        }
        lines.Add($"Станом на {UkrainianDate.Full(asOf)}. Якщо звіт уже подано, листа можна не зважати.");
        if (address is not null) lines.Add($"Ваші звіти: {address}");
        lines.AddRange(["", from]);
        return string.Join('\n', lines);
    }

    /// <summary>«Нагадування про звіти: прострочено 2, до 17 вересня 2020 року — 3»</summary>
    /// <param name="due">Days of all that it speaks of.</param>
    /// <param name="asOf">The day of the letter.</param>
    /// <param name="acts">It speaks of acts to be issued too.</param>
    public static string DailySubject(IReadOnlyList<DateOnly> due, DateOnly asOf, bool acts = false)
    {
        var (late, coming) = (due.Count(day => day < asOf), due.Where(day => day >= asOf).ToList());
        var said = new List<string>();
        if (late > 0) said.Add($"прострочено {late}");
        if (coming.Count > 0) said.Add($"{(coming.Min() == asOf ? "сьогодні" : $"до {UkrainianDate.Full(coming.Min())}")} — {coming.Count(day => day == coming.Min())}");
        return $"Нагадування {(acts ? "про строки" : "про звіти")}: {string.Join(", ", said)}";
    }

    /// <summary>What is owed, as the paragraphs of an official letter.</summary>
    public static IEnumerable<string> Owed(LetterPart part, DateOnly asOf)
    {
        foreach (var day in part.Items.GroupBy(i => i.Due).OrderBy(g => g.Key))
        {
            var passed = day.Key < asOf;
            yield return $"{(passed ? "Строк минув" : "Нагадуємо: до")} {UkrainianDate.Full(day.Key)}{(passed ? ": " : " ")}належить{(passed ? " невідкладно" : "")} подати інформацію за {part.Period.Name} про виконання {Measures([.. day])} {Plan(part.PlanTitle)}.";
        }
        if (part.Items.Where(i => i.IsReturned).ToList() is { Count: > 0 } returned) yield return $"На доопрацювання повернено: {Measures(returned, nominative: true)}.";
        yield return $"Підстава: {string.Join("; ", part.Items.Select(i => Basis(i.Ground)).Distinct(StringComparer.Ordinal))}.";
    }

    /// <summary>The same for an act that is to be issued.</summary>
    public static IEnumerable<string> Owed(LetterAct act, DateOnly asOf)
    {
        var passed = act.Due < asOf;
        yield return $"{(passed ? "Строк минув" : "Нагадуємо: до")} {UkrainianDate.Full(act.Due)}{(passed ? ": " : " ")}належить{(passed ? " невідкладно" : "")} видати акт і надіслати його копію{(act.PlanTitle.StartsWith("план", StringComparison.OrdinalIgnoreCase) ? $" ({act.PlanTitle})" : $" на виконання плану «{act.PlanTitle}»")}.";
        yield return $"Підстава: {act.Ground}.";
    }

    /// <summary>
    /// Asks a body that cannot be ordered: «просимо погодити участь у виконанні заходу 2 …», and says in full what it is asked
    /// for: who is outside the authority need not have its plan.
    /// </summary>
    public static string Consent(string body, string planTitle, string act, IReadOnlyList<AskedMeasure> measures, DateOnly answerBy, string from) =>
        string.Join('\n', [body, "", .. AskConsent(planTitle, act, measures, answerBy), "", from]);

    /// <summary>The same as the paragraphs of an official letter.</summary>
    public static IReadOnlyList<string> AskConsent(string planTitle, string act, IReadOnlyList<AskedMeasure> measures, DateOnly answerBy) =>
    [
        $"На виконання {act} просимо погодити участь у виконанні {Measures([.. measures.Select(m => new LetterItem(m.Number, answerBy, ""))])} {Plan(planTitle)}{(measures.Any(m => m.Text.Length > 0) ? ":" : ".")}",
        .. measures.Where(m => m.Text.Length > 0).Select(m => $"{m.Number.TrimEnd('.')}. {m.Text.TrimEnd('.', ';', ' ')}.{(m.Term is { Length: > 0 } term ? $" Строк: {term.TrimEnd('.', ' ')}." : "")}"),
        $"Про згоду або відмову просимо повідомити до {UkrainianDate.Full(answerBy)}.",
    ];

    internal static string Basis(string ground) => Zakhid.Calendar.DueDate.GroundOf(ground);

    internal static string Plan(string title) => title.StartsWith("план", StringComparison.OrdinalIgnoreCase) ? $"({Calm(title)})" : $"плану «{title}»";

    /// <summary>A heading in capitals, «ПЛАН ЗАХОДІВ щодо …», as it stands inside a sentence; short words in capitals are names.</summary>
    static string Calm(string title)
    {
        const int longestName = 3;
        var words = title.Split(' ');
        for (var i = 0; i < words.Length && words[i].Length > longestName && words[i].All(char.IsUpper); i++) words[i] = words[i].ToLowerInvariant();
        return CountInWords.Capital(string.Join(' ', words));
    }

    static string Measures(IReadOnlyList<LetterItem> items, bool nominative = false)
    {
        var numbers = string.Join(", ", items.Select(i => i.Measure.TrimEnd('.')));
        return items.Count == 1 ? $"{(nominative ? "захід" : "заходу")} {numbers}" : $"{(nominative ? "заходи" : "заходів")} {numbers}";
    }
}
