using Zakhid.Bodies;
using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Files;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Control;

/// <summary>What a deed of control stands on: the requisites of a document, the document as a file, both or neither.</summary>
/// <param name="File">Already on the shelf; the deed makes it the authority's.</param>
public sealed record ControlPaper(ControlDocument? Document = null, KeptFile? File = null)
{
    public static ControlPaper None { get; } = new();
}

/// <summary>A fact of control as it is kept: who, and the file it came with.</summary>
public sealed record KeptFact(ControlFact Fact, string Who, string? Body, string? Sha256, string? FileName);

/// <summary>The control of one measure as it is kept, with what its rules need: the calendar, whose its days are, who may act.</summary>
public sealed record ControlRecord
{
    public required long MeasureId { get; init; }
    public required long PlanId { get; init; }
    public required int Position { get; init; }
    public required string Number { get; init; }
    public required string PlanTitle { get; init; }
    public required string Act { get; init; }
    public required string Authority { get; init; }
    /// <summary>Who issued the act, where it is another body than the authority itself.</summary>
    public string? HigherIssuer { get; init; }
    public required MeasureControl Control { get; init; }
    public required IReadOnlyList<KeptFact> Facts { get; init; }
    public required AuthorityCalendar Days { get; init; }
    public WorkingCalendar Calendar => Days.Calendar;

    public DueDate Due(DateOnly nominal) => DueDate.Of(nominal, Days.Calendar, Days.Policy);

    /// <exception cref="RuleBroken">«measure.unknown».</exception>
    public static async Task<ControlRecord> Read(Scope scope, long measure)
    {
        var row = await scope.Find<Row>("""
            SELECT m.plan_id, m.position, m.number, p.title, p.control_day, p.control_at, p.control_by, c.issuer, c.kind, c.number AS act_number, c.date AS act_date,
                a.name AS authority
            FROM measure m JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id JOIN act c ON c.authority_id = p.authority_id AND c.id = p.act_id
            JOIN authority a ON a.id = m.authority_id WHERE m.authority_id = @authority AND m.id = @measure
            """, new { measure }) ?? throw new RuleBroken("measure.unknown");
        var act = new Act { Kind = row.Kind, Number = row.ActNumber, Date = row.ActDate };
        var own = IssuerOf.IsOwn(row.Issuer, row.Authority);
        var days = await scope.All<(DateOnly Nominal, DateOnly Adjusted, DayOffPolicy Policy)>("SELECT nominal, adjusted, policy FROM control_date WHERE authority_id = @authority AND measure_id = @measure AND fact_id IS NULL ORDER BY position", new { measure });
        var standing = (await scope.All<long>("SELECT fact_id FROM control_date WHERE authority_id = @authority AND measure_id = @measure AND fact_id IS NOT NULL", new { measure })).ToHashSet();
        List<KeptFact> kept = [.. (await ControlFacts.Of(scope, measure)).Select(k => k.Fact is Extension moved && !standing.Contains(moved.Id) ? k with { Fact = moved with { IsSuperseded = true } } : k)];
        if (row is { ControlDay: { } day, ControlAt: { } at })
        {
            var with = $"разом із планом: {ActWords.Cited(act)}";
            kept.Insert(0, new(new ControlStart(new(row.ControlBy ?? 0, day, at), with), await ControlFacts.Post(scope, row.ControlBy ?? 0), null, null, null));
        }
        return new()
        {
            MeasureId = measure,
            PlanId = row.PlanId,
            Position = row.Position,
            Number = row.Number ?? row.Position.ToString(System.Globalization.CultureInfo.InvariantCulture),
            PlanTitle = row.Title,
            Act = ActWords.Cited(act),
            Authority = row.Authority,
            HigherIssuer = own ? null : row.Issuer,
            Control = new([.. days.Select(d => ControlTerm.Of(new(d.Nominal, d.Adjusted, d.Policy), own ? DateSetter.Authority : DateSetter.HigherAct))], [.. kept.Select(k => k.Fact)]),
            Facts = kept,
            Days = await AuthorityCalendar.Of(scope, row.PlanId),
        };
    }

    sealed record Row(long PlanId, int Position, string? Number, string Title, DateOnly? ControlDay, DateTimeOffset? ControlAt, long? ControlBy, string? Issuer, string? Kind, string? ActNumber, DateOnly? ActDate, string Authority);
}
