using System.Globalization;
using System.Text;
using Zakhid.Documents.Reading;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Terms;

namespace Zakhid.Operations.Amendments;

/// <summary>
/// The next year's plan begins as a draft copy of this one, its years moved: it is corrected and put under control like any
/// file that was read. What cannot be moved with certainty is asked.
/// </summary>
public sealed class RollOverPlan(Store store)
{
    /// <returns>The number of the import.</returns>
    /// <exception cref="RuleBroken">«amendment.not-for-you», «plan.unknown», «rollover.again» with the earlier draft, «rollover.no-year».</exception>
    public async Task<long> Run(Actor by, Moment at, long plan, CancellationToken stop = default)
    {
        var (text, days, source) = await store.Read(by.Authority, async r => (
            await PlanText.Of(r, plan),
            await r.One<(DateOnly? From, DateOnly? To)>("SELECT from_day, to_day FROM plan WHERE authority_id = @authority AND id = @plan", new { plan }),
            await r.Find<Source>("SELECT i.sha256, i.file_name FROM plan p JOIN import i ON i.authority_id = p.authority_id AND i.id = p.import_id WHERE p.authority_id = @authority AND p.id = @plan", new { plan })), stop);
        var reading = Moved(text.Reading, days.From, days.To);
        // A plan that came without a file is kept as the text that was copied.
        var kept = source is null ? await store.Files.Keep(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', text.Reading.Measures.Select(m => $"{m.Number} {m.Text}")))), "план.txt", "text/plain", stop: stop) : null;
        return await store.Write(by, at, async w =>
        {
            AmendmentDrafts.MayChange(w);
            if (await w.Find<long?>("SELECT id FROM import WHERE authority_id = @authority AND rolled_from_plan_id = @plan AND plan_id IS NULL AND withdrawn_at IS NULL", new { plan }) is { } earlier) throw new RuleBroken("rollover.again", earlier);
            if (kept is not null) await kept.Record(w);
            var (id, hash) = (await w.Next("import"), MakePlan.HashOf(reading));
            await w.Do("""
                INSERT INTO import (authority_id, id, sha256, file_name, reading, title, measures, questions, identity, text_hash, rolled_from_plan_id, day, at, person_id)
                VALUES (@authority, @id, @sha256, @name, @reading, @PlanTitle, @measures, 0, @identity, @hash, @plan, @day, @at, @person)
                """, new { id, sha256 = source?.Sha256 ?? kept!.Sha256, name = source?.FileName ?? kept!.Name, reading = Json.Write(reading), reading.PlanTitle, measures = reading.Measures.Count, identity = AdoptPlan.Identity(reading.Act, hash), hash, plan, day = at.Day, at = at.At, person = by.Person });
            var sheet = await ImportSheet.Find(w, id);
            await w.Do("UPDATE import SET questions = @questions WHERE authority_id = @authority AND id = @id", new { id, questions = sheet.Open.Count });
            await w.Log("plan.rolled-over", $"plan/{plan}", new { import = id, measures = reading.Measures.Count });
            return id;
        }, stop);
    }

    /// <summary>The plan one period later; a plan of several years moves by as many. Pure.</summary>
    /// <exception cref="RuleBroken">«rollover.no-year»: nothing tells which years are the plan's own.</exception>
    public static PlanReading Moved(PlanReading plan, DateOnly? from, DateOnly? to)
    {
        if (to is not { } end || (from ?? plan.Act.Date) is not { } start) throw new RuleBroken("rollover.no-year");
        var years = end.Year - start.Year + 1;
        bool Own(int year) => year >= start.Year && year <= end.Year;
        string? Words(string? text) => text is null ? null : YearMove.Words(text, years, Own);
        var (before, after) = (new TermContext(start, end, plan.Act.Date), new TermContext(from?.AddYears(years) ?? new DateOnly(start.Year + years, 1, 1), end.AddYears(years), null));

        var (measures, remarks, unsure) = (new List<Measure>(), new List<Remark>(), new List<string>());
        for (var i = 0; i < plan.Measures.Count; i++)
        {
            var m = plan.Measures[i];
            string Pointer(string field) => string.Create(CultureInfo.InvariantCulture, $"/measures/{i}/{field}");
            var term = m.TermText is null ? null : YearMove.Term(m.TermText, years, before, after);
            if (term is { IsSure: false })
                remarks.Add(new("term.not-moved", Pointer("term_text"), null, $"Строк «{m.TermText}» не перенести на {years switch { 1 => "рік", < 5 => $"{years} роки", _ => $"{years} років" }} певно.", $"Впишіть строк для плану на {after.PlanTo!.Value.Year.ToString(CultureInfo.InvariantCulture)} рік.", Severity.Question));
            measures.Add(m with
            {
                Section = Words(m.Section),
                Text = Kept(m.Text, Words(m.Text)!, "text"),
                Goal = Words(m.Goal),
                Criteria = m.Criteria is null ? null : Kept(m.Criteria, Words(m.Criteria)!, "criteria"),
                TermText = term is { IsSure: false } ? m.TermText : term?.Text,
            });

            // Years inside a text may speak of something else: a person looks at them.
            string Kept(string was, string now, string field)
            {
                if (was != now) unsure.Add(Pointer(field));
                return now;
            }
        }
        var act = new Act { Issuer = plan.Act.Issuer, Kind = plan.Act.Kind, Title = Words(plan.Act.Title), IsDraft = true, Reporting = plan.Act.Reporting };
        return Linted.Of(new()
        {
            FileName = plan.FileName,
            Act = act,
            PlanTitle = Words(plan.PlanTitle),
            PlanSignedBy = plan.PlanSignedBy,
            Sections = [.. plan.Sections.Select(s => Words(s)!)],
            Measures = measures,
            Remarks = remarks,
            Unsure = unsure,
        });
    }

    sealed record Source(string Sha256, string FileName);
}
