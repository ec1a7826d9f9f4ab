using System.Globalization;

namespace Zakhid.Criteria;

/// <summary>A figure from a report: the days it covers (a single day for one thing done), its value, and whose it is.</summary>
public sealed record CoveredFigure(DateRange Covers, decimal Value, string? By = null);

/// <summary>What progress is measured against; <see cref="Until"/> null: the plan names no end.</summary>
/// <param name="Act">The act's date: slots before it are not asked for.</param>
/// <param name="From">First day of the measure's window.</param>
/// <param name="Until">Last day of the measure's window.</param>
/// <param name="AsOf">The day of the view; a slot that has not ended by it is not yet owed.</param>
public sealed record ProgressContext(DateOnly Act, DateOnly From, DateOnly? Until, DateOnly AsOf)
{
    public DateOnly Opening => From > Act ? From : Act;

    public DateOnly Closing => Until is { } until && until < AsOf ? until : AsOf;
}

public enum ProgressState
{
    /// <summary>Nothing has been reported.</summary>
    Silent,
    OnTheWay,
    Met,
    /// <summary>A ceiling was passed, or a slot ended short of its count.</summary>
    Missed,
    /// <summary>The plan names no number to reach: «числа в плані немає».</summary>
    NoNumber,
    /// <summary>Done or not; told by the state of the report and not by a figure.</summary>
    YesOrNo,
    /// <summary>As written, nobody can say.</summary>
    Uncheckable,
}

/// <summary>A week, month or other period in which a count is due, and what was reported inside it.</summary>
/// <param name="Days">The first slot begins with the day that slots are counted from.</param>
/// <param name="Needed">How many the target asks for in it.</param>
/// <param name="Reported">Null: the figures do not say how much of them fell into this slot.</param>
/// <param name="Ended">Its last day has come by the day of the view.</param>
public sealed record Slot(DateRange Days, decimal Needed, decimal? Reported, bool Ended)
{
    public bool IsMet => Reported >= Needed;
}

/// <summary>
/// How far a target is: the figure so far, what it is measured against, and the working. A count is summed over the
/// whole window and shared by the measure's executors; a share, score or level is the last one reported; a frequency is
/// counted in slots from the act's date, the slot that holds it included.
/// </summary>
public sealed record Progress
{
    public required Target Target { get; init; }
    public required ProgressState State { get; init; }
    public decimal? SoFar { get; init; }
    /// <summary>What is needed by the day of the view: the target's number, or its count times the slots begun.</summary>
    public decimal? Needed { get; init; }
    /// <summary>Share of <see cref="Needed"/> reached, whole percent rounded down; may pass 100.</summary>
    public int? Percent { get; init; }
    public IReadOnlyList<Slot> Slots { get; init; } = [];
    /// <summary>The day by which the number is to be reached, where the target names one.</summary>
    public DateOnly? DueBy { get; init; }
    /// <summary>Where a sum would stand on the day of the view if it grew evenly from the opening to its last day, whole percent; null where nothing grows or no end is known.</summary>
    public int? EvenPercent { get; init; }
    /// <summary>The figures that <see cref="SoFar"/> comes from, in order.</summary>
    public IReadOnlyList<CoveredFigure> Working { get; init; } = [];
    /// <summary>Executors named different shares for the same days; the one farther from the target is shown.</summary>
    public bool Disputed { get; init; }

    public int SlotsEnded => Slots.Count(slot => slot.Ended);
    /// <summary>Null: some figure covers several slots, so nobody can tell which were met.</summary>
    public int? SlotsMet => Slots.Any(slot => slot.Reported is null) ? null : Slots.Count(slot => slot.IsMet);

    public static Progress Of(Target target, ProgressContext context, IEnumerable<CoveredFigure> figures)
    {
        var known = figures.Where(f => f.Covers.Start <= context.AsOf).OrderBy(f => f.Covers.End).ThenBy(f => f.Covers.Start).ToList();
        return target.Type switch
        {
            TargetType.Fact => new() { Target = target, State = ProgressState.YesOrNo },
            TargetType.Goal => new() { Target = target, State = ProgressState.Uncheckable },
            TargetType.ReportedValue => Unmeasured(target, known),
            TargetType.Frequency when target.ValueIs == ValueKind.Absolute => Slotted(target, context, known),
            _ when target.Value is null => Unmeasured(target, known),
            _ => Against(target, context, known),
        };
    }

    static Progress Unmeasured(Target target, List<CoveredFigure> figures)
    {
        var (soFar, disputed) = SoFarOf(target, figures);
        return new() { Target = target, State = target.Type == TargetType.MetricOnly || soFar is not null ? ProgressState.NoNumber : ProgressState.Silent, SoFar = soFar, Working = figures, Disputed = disputed };
    }

    static Progress Against(Target target, ProgressContext context, List<CoveredFigure> figures)
    {
        var (soFar, disputed) = SoFarOf(target, figures);
        var due = DueOf(target.By, context);
        var progress = new Progress
        {
            Target = target,
            State = ProgressState.Silent,
            SoFar = soFar,
            Needed = target.Value,
            DueBy = due,
            Working = figures,
            Disputed = disputed,
            Percent = soFar is { } value && target.Value is > 0 && IsReached(target) ? (int)Math.Min(int.MaxValue, Math.Floor(value * 100 / target.Value.Value)) : null,
            EvenPercent = target.Value is > 0 && IsReached(target) && IsSummed(target) && (due ?? context.Until) is { } last ? Elapsed(context, last) : null,
        };
        if (soFar is not { } reached) return progress;
        var met = IsMet(target, reached);
        var missed = !met && (target.Op is Comparison.AtMost || (target.Op == Comparison.Equal && target.Value == 0) || (target.Op == Comparison.Between && reached > target.ValueTo) || context.AsOf > (due ?? context.Until));
        return progress with { State = met ? ProgressState.Met : missed ? ProgressState.Missed : ProgressState.OnTheWay };
    }

    static int? Elapsed(ProgressContext context, DateOnly last)
    {
        var days = last.DayNumber - context.Opening.DayNumber + 1;
        return days <= 0 ? null : Math.Clamp((context.AsOf.DayNumber - context.Opening.DayNumber + 1) * 100 / days, 0, 100);
    }

    static Progress Slotted(Target target, ProgressContext context, List<CoveredFigure> figures)
    {
        var each = target.Value ?? 1;
        var slots = SlotsOf(target, context).Select(days =>
        {
            var meeting = figures.Where(f => f.Covers.Meets(days)).ToList();
            decimal? reported = meeting.TrueForAll(f => IsInside(f.Covers, days, context))
                ? meeting.Sum(f => f.Value)
                : null;
            return new Slot(days, each, reported, days.End <= context.AsOf);
        }).ToList();
        decimal? soFar = figures.Count == 0 ? null : figures.Sum(f => f.Value);
        var needed = each * slots.Count;
        // What nobody has reported on yet is not missed.
        var told = figures.Count == 0 ? DateOnly.MinValue : figures.Max(f => f.Covers.End);
        var ended = slots.FindAll(slot => slot.Ended && slot.Days.End <= told);
        var progress = new Progress
        {
            Target = target,
            Slots = slots,
            SoFar = soFar,
            Needed = needed,
            Working = figures,
            Percent = soFar is { } sum && needed > 0 ? (int)Math.Min(int.MaxValue, Math.Floor(sum * 100 / needed)) : null,
            State = soFar is null ? ProgressState.Silent : ProgressState.OnTheWay,
        };
        if (soFar is null) return progress;
        if (target.Op == Comparison.AtMost) return progress with { State = slots.Exists(s => s.Reported > each) || soFar > needed ? ProgressState.Missed : ProgressState.Met };
        if (ended.Exists(s => s is { IsMet: false, Reported: not null }) || soFar < each * ended.Count) return progress with { State = ProgressState.Missed };
        return soFar >= needed && (progress.SlotsMet ?? slots.Count) == slots.Count ? progress with { State = ProgressState.Met } : progress;
    }

    /// <summary>Whether a figure tells of this slot alone; a figure for «серпень» tells of the first slot, which the act's date cut.</summary>
    static bool IsInside(DateRange covers, DateRange slot, ProgressContext context) =>
        slot.Contains(covers.End) && (slot.Start <= covers.Start || slot.Start == context.Opening);

    /// <summary>The slots begun by the day of the view. The first one begins with the opening day.</summary>
    static IEnumerable<DateRange> SlotsOf(Target target, ProgressContext context)
    {
        var start = context.Opening;
        while (start <= context.Closing)
        {
            var end = EndOf(start, target.Per!.Value);
            for (var more = 1; more < target.PerEvery; more++) end = EndOf(end.AddDays(1), target.Per.Value);
            yield return new(start, end);
            if (end >= DateOnly.MaxValue.AddYears(-2)) yield break;
            start = end.AddDays(1);
        }
    }

    static DateOnly EndOf(DateOnly day, PeriodLength per) => per switch
    {
        PeriodLength.Day => day,
        PeriodLength.Week => day.AddDays((7 - (int)day.DayOfWeek) % 7),
        PeriodLength.Decade => day.Day > 20 ? LastOf(day.Year, day.Month) : new(day.Year, day.Month, day.Day > 10 ? 20 : 10),
        PeriodLength.Month => LastOf(day.Year, day.Month),
        PeriodLength.Quarter => LastOf(day.Year, (day.Month + 2) / 3 * 3),
        PeriodLength.HalfYear => LastOf(day.Year, day.Month > 6 ? 12 : 6),
        _ => new(day.Year, 12, 31),
    };

    static DateOnly LastOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>A count is summed; a share, score, rank or level is the last one told.</summary>
    static (decimal? Value, bool Disputed) SoFarOf(Target target, List<CoveredFigure> figures)
    {
        if (figures.Count == 0) return (null, false);
        if (IsSummed(target)) return (figures.Sum(f => f.Value), false);
        var last = figures.FindAll(f => f.Covers.End == figures[^1].Covers.End);
        var ceiling = target.Op is Comparison.AtMost or Comparison.Decrease;
        return (ceiling ? last.Max(f => f.Value) : last.Min(f => f.Value), last.Select(f => f.Value).Distinct().Count() > 1);
    }

    static bool IsSummed(Target target) => target.ValueIs == ValueKind.Absolute && target.Type != TargetType.Change
        && (target.Unit is null || Grammar.Lexicon.KindOf(Text.Folding.Key(target.Unit)) is not (Grammar.UnitKind.Score or Grammar.UnitKind.Time or Grammar.UnitKind.Share));

    /// <summary>More is better: a share of the way can be told.</summary>
    static bool IsReached(Target target) => target.Op is Comparison.AtLeast or Comparison.MoreThan or Comparison.Equal or Comparison.About or Comparison.Between or Comparison.Increase;

    static bool IsMet(Target target, decimal reached) => target.Op switch
    {
        Comparison.AtMost => reached <= target.Value,
        Comparison.MoreThan => reached > target.Value,
        Comparison.Between => reached >= target.Value && reached <= target.ValueTo,
        // A tenth more or less is «близько».
        Comparison.About => reached >= target.Value * 0.9m,
        Comparison.Decrease => target.IsLevel ? reached <= target.Value : reached >= target.Value,
        Comparison.Equal when target.Value == 0 => reached == 0,
        _ => reached >= target.Value,
    };

    static DateOnly? DueOf(string? by, ProgressContext context)
    {
        if (by is null) return null;
        if (DateOnly.TryParseExact(by, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return DateOnly.TryParseExact($"{context.Opening.Year:D4}{by[1..]}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : null;
    }
}
