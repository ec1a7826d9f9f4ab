namespace Zakhid.Terms.Grammar;

/// <summary>
/// The pieces that make one term. A piece that cannot be a part of it («щокварталу» after «постійно») begins the next
/// stage: the first is the meaning of the phrase, the others come after it.
/// </summary>
sealed class Stage(StageRole? role)
{
    readonly List<Piece> _pieces = [];

    /// <summary>What a further stage is for; null for the first.</summary>
    public StageRole? For => role;
    public IReadOnlyList<Piece> Pieces => _pieces;
    public Every? Every => First<Every>();
    public Times? Times => First<Times>();
    public Counted? Counted => First<Counted>();
    public Condition? Condition => First<Condition>();
    public Ongoing? Ongoing => First<Ongoing>();
    public Summing? Summing => First<Summing>();
    public bool AtOnce => First<Immediately>() is not null;
    public bool ForNextYear => First<ForNextYear>() is not null;
    public IEnumerable<Dates> Dates => _pieces.OfType<Dates>();
    public IEnumerable<OwnDay> OwnDays => _pieces.OfType<OwnDay>();

    T? First<T>() where T : Piece => _pieces.OfType<T>().FirstOrDefault();

    public void Add(Piece piece) => _pieces.Add(piece);

    /// <summary>It says when something is due; a mere «у поточному році» after a mark does not.</summary>
    public bool Speaks => _pieces.Any(piece => piece is not (Dates { Role: DateRole.During } or ForNextYear { }));

    public static List<Stage> Cut(IEnumerable<Piece> pieces, TermClause clause)
    {
        var stages = new List<Stage> { new(null) };
        StageRole? marked = null;
        foreach (var piece in pieces)
        {
            if (piece is Label) continue;
            var current = stages[^1];
            if (piece is StageMark mark)
            {
                if (current._pieces.Count > 0) marked = Stronger(marked, mark.Role);
                continue;
            }
            // A title names the plan's own period first; what follows is that of a strategy above it.
            var another = clause == TermClause.PlanTitle && current.Dates.Any() && piece is Dates;
            if (current._pieces.Count > 0 && (another || marked is not null && piece is not OwnDay || !current.Takes(piece)))
            {
                stages.Add(new(marked ?? StageRole.Next));
                marked = null;
            }
            stages[^1].Add(piece);
        }
        return stages.Where((stage, i) => i == 0 || stage.Speaks).ToList();
    }

    static StageRole Stronger(StageRole? before, StageRole now) => before is StageRole.ConsolidatedReport ? StageRole.ConsolidatedReport : now;

    bool Takes(Piece piece) => piece switch
    {
        Every every => (Every is null || Every == every with { From = Every.From, To = Every.To }) && Ongoing is null && Condition is null && !AtOnce
            && (Counted is null or { Anchor: Anchor.PeriodEnd } || Counted.Anchor == Anchor.Date && every.Unit == PeriodLength.Year) && (Times is null || Times.Per is null || Times.Per == every.Unit),
        Times times => Times is null && Ongoing is null && Condition is null && Counted is null && (Every is null || times.Per is null || times.Per == Every.Unit),
        Ongoing _ => Ongoing is null && Every is null && Times is null && Counted is null or { Amount: 0 } && Summing is null && !Dates.Any(dates => dates.Stretches.Any(s => s.First.Recurs)),
        Condition _ => Every is null && Times is null && Ongoing is null && Summing is null && !Dates.Any(dates => dates.Stretches.Any(s => s.First.Recurs)),
        Counted { Anchor: Anchor.PeriodEnd } => Counted is null && Ongoing is null,
        Counted { Anchor: Anchor.Date } when Every is { Unit: PeriodLength.Year } => Counted is null,
        Counted { Amount: 0 } when Ongoing is not null => true,
        Counted _ => Counted is null && Every is null && Times is null && Ongoing is null && !Dates.Any(dates => dates.Role is DateRole.Until or DateRole.At),
        Dates dates => TakesDates(dates),
        _ => true,
    };

    bool TakesDates(Dates next)
    {
        if (Counted is { Anchor: not Anchor.PeriodEnd, Amount: > 0 } && next.Role is DateRole.Until or DateRole.At) return false;
        foreach (var dates in Dates)
        {
            var (before, after) = (dates.Stretches[0], next.Stretches[0]);
            if (Every is null && IsSpan(dates, before) && IsSpan(next, after) && before.Closing.Year.Which == Which.Numbered && after.Closing.Year.Which == Which.Numbered) return false;
            if (!IsDay(before.First) || !IsDay(after.First) || Every is not null) continue;
            // «до 20 травня – підготовка; до 1 липня – проведення»: words between two days part two stages.
            if (next.From - dates.To > 2 && dates.Role == next.Role) return false;
            // «в першу суботу вересня – 03.09.2011» names one day twice.
            if (before.First.Grain is Grain.Weekday or Grain.Feast || after.First.Grain == Grain.Weekday) continue;
            if (dates.Role is DateRole.Since && next.Role is DateRole.Until || dates.Role == next.Role && dates.Role is DateRole.Until && !Numbered(before, after)) continue;
            return false;
        }
        return true;
    }

    static bool IsSpan(Dates dates, Stretch stretch) => dates.Role is DateRole.During or DateRole.At && (stretch.Last is not null || !IsDay(stretch.First));

    static bool Numbered(Stretch before, Stretch after) => before.Closing.Year.Which == Which.Numbered && after.Closing.Year.Which == Which.Numbered;

    static bool IsDay(CalendarPart part) => part.Grain is Grain.Day or Grain.Weekday or Grain.WorkingDay or Grain.Feast;
}
