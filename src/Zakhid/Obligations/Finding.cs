using Zakhid.Reporting;
using Zakhid.Text;
using static Zakhid.Text.CountInWords;

namespace Zakhid.Obligations;

/// <summary>
/// What the figures of a period come to, in a sentence or two, before any figure or chart: when it is due, how much is in,
/// whom one waits for. Small counts are words, nouns agree.
/// </summary>
public static class Finding
{
    /// <summary>
    /// «Завтра строк: подано 14 із 19 звітів. Чекаємо п’ять — від п’яти органів; один із них на доопрацюванні.»
    /// </summary>
    public static string Ukrainian(Standing all)
    {
        if (all.Owed == 0) return all.OwedApart == 0 ? "Звітів поки не належить." : $"{Capital(ApartUkrainian(all))}.";
        if (all.Current is not { } period) return $"Перший строк — {UkrainianDate.Full(First(all).Due)}: {Plural.Count(AtFirst(all), "звіт", "звіти", "звітів")}.";

        var now = all.For(period);
        if (now.In == now.Owed) return AllIn(now, period) + NextUkrainian(all, period) + Apart(now, ApartUkrainian);

        var due = now.Waiting[0];
        var sentence = $"{When(due.Due, now.AsOf, period)}: {Handed(now)}. ";
        return sentence + (now.Overdue > 0 ? Late(now) : Waiting(now)) + "." + Apart(now, ApartUkrainian);
    }

    /// <summary>“Due tomorrow: 14 of 19 reports are in. Five are awaited from five bodies; one of them was returned.”</summary>
    public static string English(Standing all)
    {
        if (all.Owed == 0) return all.OwedApart == 0 ? "No reports are owed yet." : $"{Capital(ApartEnglish(all))}.";
        if (all.Current is not { } period) return $"First due on {EnglishDate.Full(First(all).Due)}: {Plural.English(AtFirst(all), "report", "reports")}.";

        var now = all.For(period);
        if (now.In == now.Owed)
            return $"All {Plural.English(now.Owed, "report is", "reports are")} in, {Plural.Digits(now.Accepted)} accepted.{NextEnglish(all, period)}" + Apart(now, ApartEnglish);

        var due = now.Waiting[0].Due;
        var when = (due.DayNumber - now.AsOf.DayNumber) switch
        {
            0 => "Due today",
            1 => "Due tomorrow",
            > 1 => $"Due on {EnglishDate.DayMonth(due)}",
            _ => $"Was due on {EnglishDate.DayMonth(due)}",
        };
        var missing = now.Owed - now.In;
        var rest = now.Overdue > 0
            ? $"{Capital(InEnglish(now.Overdue))} {(now.Overdue == 1 ? "is" : "are")} overdue"
            : $"{Capital(InEnglish(missing))} {(missing == 1 ? "is" : "are")} awaited from {InEnglish(now.BodiesWaitedFor)} {(now.BodiesWaitedFor == 1 ? "body" : "bodies")}";
        var back = now.Returned == 0 ? "" : missing == 1 ? "; it was returned" : $"; {InEnglish(now.Returned)} of them {(now.Returned == 1 ? "was" : "were")} returned";
        return $"{when}: {Plural.Digits(now.In)} of {Plural.English(now.Owed, "report", "reports")} {(now.Owed == 1 ? "is" : "are")} in. {rest}{back}." + Apart(now, ApartEnglish);
    }

    static string When(DateOnly due, DateOnly asOf, ReportingPeriod period) => (due.DayNumber - asOf.DayNumber) switch
    {
        0 => "Сьогодні строк",
        1 => "Завтра строк",
        > 1 => $"Строк за {period.ShortName} — {UkrainianDate.Beside(due, asOf)}",
        _ => $"Строк минув {UkrainianDate.Beside(due, asOf)}",
    };

    static string Handed(Standing now) => now switch
    {
        { Owed: 1 } => "звіту ще немає",
        { In: 0 } => $"із {Plural.Digits(now.Owed)} {Of(now.Owed, "звіту", "звітів")} не подано жодного",
        _ => $"подано {Plural.OutOf(now.In, now.Owed, "звіту", "звітів")}",
    };

    static string Waiting(Standing now)
    {
        var missing = now.Owed - now.In;
        if (missing == 1) return $"Чекаємо один: {now.Waiting[0].BodyName}, захід {now.Waiting[0].Measure}{(now.Returned == 1 ? "; він на доопрацюванні" : "")}";
        return $"Чекаємо {CountInWords.Of(missing)} — від {Genitive(now.BodiesWaitedFor)} {Of(now.BodiesWaitedFor, "органу", "органів")}{Returned(now.Returned, missing)}";
    }

    static string Late(Standing now)
    {
        var late = now.Waiting.Where(report => now.AsOf > report.DueNow).ToList();
        var count = late.Sum(report => report.Count);
        var mending = now.Owed - now.In - count;
        var back = mending == 0 ? "" : $"; ще {CountInWords.Of(mending)} на доопрацюванні";
        if (count == 1) return $"Прострочено один: {late[0].BodyName}, захід {late[0].Measure}{back}";
        var bodies = late.Select(report => report.Body).Distinct(StringComparer.Ordinal).Count();
        return $"Прострочено {CountInWords.Of(count)} — {(bodies == 1 ? "в" : "у")} {Genitive(bodies)} {Of(bodies, "органу", "органів")}{back}";
    }

    static string Returned(int returned, int missing) => returned switch
    {
        0 => "",
        _ when returned == missing => "; усі на доопрацюванні",
        1 => "; один із них на доопрацюванні",
        _ => $"; {CountInWords.Of(returned)} з них на доопрацюванні",
    };

    static string AllIn(Standing now, ReportingPeriod period) => now.Owed == 1
        ? $"Звіт за {period.Name} {(now.Accepted == 1 ? "прийнято" : "подано, він на розгляді")}."
        : $"За {period.Name} подано всі {Plural.Count(now.Owed, "звіт", "звіти", "звітів")}"
            + (now.Accepted == now.Owed ? ", усі прийнято." : $", прийнято {Plural.Digits(now.Accepted)}.");

    static string NextUkrainian(Standing all, ReportingPeriod after) =>
        Next(all, after) is not { } next ? "" : $" Наступний строк — {UkrainianDate.Beside(next.Due, all.AsOf)}, {Plural.Count(next.Count, "звіт", "звіти", "звітів")}.";

    static string NextEnglish(Standing all, ReportingPeriod after) =>
        Next(all, after) is not { } next ? "" : $" Next due on {EnglishDate.Full(next.Due)}: {Plural.English(next.Count, "report", "reports")}.";

    static (DateOnly Due, int Count)? Next(Standing all, ReportingPeriod after)
    {
        var later = all.Counted.Where(report => report.Period > after).ToList();
        if (later.Count == 0) return null;
        var due = later.Min(report => report.Due);
        return (due, later.Where(report => report.Due == due).Sum(report => report.Count));
    }

    static string Apart(Standing now, Func<Standing, string> say) => now.OwedApart == 0 ? "" : $" {Capital(say(now))}.";

    static string ApartUkrainian(Standing now) =>
        $"окремо, за згодою, — {Plural.Count(now.OwedApart, "звіт", "звіти", "звітів")}" + (now.InApart > 0 ? $", з них подано {Plural.Digits(now.InApart)}" : "");

    static string ApartEnglish(Standing now) => $"apart, by consent: {Plural.English(now.OwedApart, "report", "reports")}";

    static OwedReport First(Standing all) => all.Counted.MinBy(report => report.Due)!;

    static int AtFirst(Standing all) { var due = First(all).Due; return all.Counted.Where(report => report.Due == due).Sum(report => report.Count); }

    static string Of(int count, string one, string many) => Plural.EndsInOne(count) ? one : many;
}
