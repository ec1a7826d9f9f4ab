using Zakhid.Text;

namespace Zakhid.Obligations;

/// <summary>The data that a report on the plan is made of and that come no earlier than the report itself.</summary>
/// <param name="Rule">By which executors hand them in.</param>
/// <param name="Period">The period whose data they are.</param>
/// <param name="Day">Their nominal day.</param>
public sealed record DataBehind(ReportingRule Rule, ReportingPeriod Period, DateOnly Day)
{
    /// <summary>Null: the measure is no report on the plan, or its data come in time.</summary>
    public static DataBehind? Of(string measure, DateOnly due, IReadOnlyList<ReportingRule> rules)
    {
        if (!IsReport(measure) || rules.FirstOrDefault(r => r is { Kind: ObligationKind.Report, Once: false }) is not { } data) return null;
        var period = ReportingPeriod.Of(data.Length, due);
        var given = data.DueDay(period);
        // A report made well after the last data of an earlier period is about that period.
        return given < due || due < period.Start.AddMonths(1) ? null : new(data, period, given);
    }

    /// <summary>«річний звіт про виконання плану», «узагальнена інформація про хід реалізації»: a report on what the plan does, not a theme.</summary>
    static bool IsReport(string text)
    {
        var words = Token.Cut(text).Where(t => t.Kind == TokenKind.Word).Select(t => t.Text).ToList();
        var makes = words.Take(12).Any(w => w.StartsWith("підготов", StringComparison.Ordinal) || w.StartsWith("підготув", StringComparison.Ordinal) || w.StartsWith("оприлюдн", StringComparison.Ordinal)
            || w.StartsWith("подан", StringComparison.Ordinal) || w.StartsWith("подат", StringComparison.Ordinal) || w.StartsWith("надан", StringComparison.Ordinal) || w.StartsWith("узагальн", StringComparison.Ordinal)
            || w.StartsWith("складан", StringComparison.Ordinal) || w.StartsWith("публікац", StringComparison.Ordinal) || w.StartsWith("формуван", StringComparison.Ordinal));
        var report = words.FindIndex(w => w.StartsWith("звіт", StringComparison.Ordinal) && !w.StartsWith("звітн", StringComparison.Ordinal) || w.StartsWith("узагальнен", StringComparison.Ordinal));
        var of = words.Skip(report + 1).Take(5).Any(w => w.StartsWith("викон", StringComparison.Ordinal) || w.StartsWith("реаліз", StringComparison.Ordinal) || w is "хід" or "стан");
        var yearly = report > 0 && (words[report - 1].StartsWith("річн", StringComparison.Ordinal) || words[report - 1].StartsWith("щорічн", StringComparison.Ordinal) || words[report - 1].StartsWith("підсумков", StringComparison.Ordinal));
        return makes && report >= 0 && (of || yearly);
    }
}
