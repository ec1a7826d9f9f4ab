using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Control;

/// <summary>What a body is late with on a measure, to whom that is reported, and the letter that says so.</summary>
public sealed record EscalationDraft(long Body, string BodyName, string Addressee, string Text, IReadOnlyList<Delay> Delays)
{
    /// <summary>Null: the body is late with nothing on this measure.</summary>
    public static async Task<EscalationDraft?> Of(Scope scope, ControlRecord record, long body, DateOnly today, string from)
    {
        var lines = await ObligationLine.List(scope, "o.measure_id = @MeasureId AND o.body_id = @body AND o.standing IN ('Expected', 'Draft', 'Returned') AND o.due_day < @today", new { record.MeasureId, body, today }, "o.due_day, o.id");
        var delays = lines.Select(l => new Delay($"захід {record.Number}, інформація за {ReportingPeriod.Parse(l.PeriodCode).Name}", l.DueDay, Timeliness.DaysLate(l.DueDay, today, record.Calendar), l.Ground)).ToList();
        // The measure's own term, where nobody has confirmed it done.
        var missed = await scope.All<(DateOnly Adjusted, string Ground)>("""
            SELECT d.adjusted, d.ground FROM control_date d WHERE d.authority_id = @authority AND d.measure_id = @MeasureId AND d.waits = 1 AND d.adjusted < @today
              AND EXISTS (SELECT 1 FROM assignment s WHERE s.authority_id = d.authority_id AND s.measure_id = d.measure_id AND s.body_id = @body AND s.owes = 1 AND s.left_day IS NULL AND s.consent NOT IN ('Asked', 'Silent', 'Declined'))
            ORDER BY d.adjusted DESC LIMIT 1
            """, new { record.MeasureId, body, today });
        delays.AddRange(missed.Select(d => new Delay($"захід {record.Number}, виконання заходу", d.Adjusted, Timeliness.DaysLate(d.Adjusted, today, record.Calendar), d.Ground)));
        if (delays.Count == 0) return null;

        var (name, parent, head, authority) = await scope.One<(string, string?, string?, string)>("""
            SELECT b.name, p.name, a.head_post_dative, a.name FROM body b LEFT JOIN body p ON p.authority_id = b.authority_id AND p.id = b.parent_id JOIN authority a ON a.id = b.authority_id
            WHERE b.authority_id = @authority AND b.id = @body
            """, new { body });
        var addressee = parent ?? head ?? authority;
        var reminded = await scope.All<DateOnly>("SELECT DISTINCT day FROM reminder WHERE authority_id = @authority AND body_id = @body AND plan_id = @PlanId AND period_code <> '' ORDER BY day", new { body, record.PlanId });
        return new(body, name, addressee, EscalationLetter.Of(addressee, name, record.PlanTitle, delays, reminded, today, from), delays);
    }
}

/// <summary>The fact that a delay was reported to who stands above the body, with the text that was sent.</summary>
public sealed class Escalate(Store store)
{
    /// <param name="by">Who keeps control.</param>
    /// <param name="at">When.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="body">Who is late.</param>
    /// <param name="text">The letter as sent; null: as it is proposed.</param>
    /// <param name="from">Who writes: a post.</param>
    /// <param name="paper">The letter's own requisites or file, once it has them.</param>
    /// <exception cref="RuleBroken">«control.not-for-you», «escalation.nothing» and those of <see cref="MeasureControl.Escalate"/>.</exception>
    public Task<long> Run(Actor by, Moment at, long measure, long body, string? text, string from, ControlPaper? paper = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        ControlDeed.MustKeepControl(w);
        var record = await ControlRecord.Read(w, measure);
        var draft = await EscalationDraft.Of(w, record, body, at.Day, from) ?? throw new RuleBroken("escalation.nothing");
        var ground = string.Join("; ", draft.Delays.Select(d => $"{d.What}: строк минув {Text.UkrainianDate.Short(d.Due)}"));
        var fact = record.Control.Escalate(ControlDeed.Of(w), ground, draft.Addressee, string.IsNullOrWhiteSpace(text) ? draft.Text : text) with { Body = body };
        return await ControlDeed.Keep(w, record, fact, paper);
    }, stop);
}
