using Zakhid.Consolidation;
using Zakhid.Documents.Consolidation;
using Zakhid.Operations.Audit;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Consolidation;

/// <summary>A period's sheet in the words and order of the official paper.</summary>
public static class MakePaper
{
    public static async Task<ConsolidatedPaper> Of(Scope scope, ConsolidationSheet sheet, Moment made)
    {
        var plan = await scope.One<PlanRow>("""
            SELECT p.title, a.kind, a.number, a.date, a.signatory, u.name AS authority, u.head_post_dative, u.coordinator_post, u.is_sample
            FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id JOIN authority u ON u.id = p.authority_id
            WHERE p.authority_id = @authority AND p.id = @PlanId
            """, new { sheet.PlanId });
        var summary = await scope.Find<string>("SELECT clause_number FROM reporting_rule WHERE authority_id = @authority AND plan_id = @PlanId AND kind = 'Consolidation' AND withdrawn_at IS NULL ORDER BY id", new { sheet.PlanId });
        var checkpoint = await AuditLog.Head(scope);
        var hasCriteria = sheet.Rows.Any(r => r.Criteria is not null);
        var act = new Act { Kind = plan.Kind, Number = plan.Number, Date = plan.Date };
        var gathered = new Gathered(sheet.Owed, sheet.Accepted, sheet.Bodies, sheet.SilentBodies, [.. sheet.Rows.SelectMany(r => r.Apart).Distinct(StringComparer.Ordinal)]);
        return new()
        {
            Addressee = plan.HeadPostDative is { } post ? [post] : [],
            Title = sheet.Edition == 1 ? [OfficialWords.Title(plan.Title, sheet.Period)] : [OfficialWords.Title(plan.Title, sheet.Period), OfficialWords.Supplement(made.Day)],
            Introduction = [.. new[] { OfficialWords.Intro(act, summary, sheet.Period, gathered), OfficialWords.Silent(gathered), OfficialWords.Apart(gathered) }.Where(line => line.Length > 0)],
            Columns = hasCriteria ? PaperColumn.WithFigures : PaperColumn.Usual,
            Rows = [.. Rows(sheet)],
            Signature = plan.CoordinatorPost is { } signs ? new(signs, "") : null,
            Date = UkrainianDate.Short(made.Day),
            Checkpoint = $"Мітка журналу дій: запис {checkpoint.Seq}, {checkpoint.Short}",
            IsSample = plan.IsSample,
            DocumentTitle = $"Інформація про виконання: {plan.Title}, {sheet.Period.Name}",
            Creator = plan.Authority,
            Made = made.At,
        };
    }

    static IEnumerable<PaperRow> Rows(ConsolidationSheet sheet)
    {
        string? section = null;
        foreach (var row in sheet.Rows)
        {
            if (row.Section is not null && row.Section != section) yield return new PaperSection(row.Section);
            section = row.Section;
            var status = new List<PaperLine>();
            var state = OfficialWords.State(row.State);
            if (row.Summary.Length > 0) status.Add(new(state.Length > 0 ? $"{state} {row.Summary}" : row.Summary));
            // The silent are named; who was only asked «за згодою» stands in a line of its own and is not blamed.
            status.AddRange(row.Silent.Select(body => new PaperLine(OfficialWords.SilentLine(body), Strong: true)));
            status.AddRange(row.UnderReview.Select(body => new PaperLine(OfficialWords.UnderReviewLine(body))));
            status.AddRange(row.Apart.Select(body => new PaperLine(OfficialWords.ApartLine(body))));
            if (status.Count == 0) status.Add(new("У звітному періоді звіт не передбачено."));
            yield return new PaperMeasure
            {
                Number = row.Number ?? row.Position.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Text = row.Text,
                Term = row.TermText ?? "",
                Executors = row.Executors,
                Status = status,
                Figures = row.Figures,
            };
        }
    }

    sealed record PlanRow(string Title, string? Kind, string? Number, DateOnly? Date, string? Signatory, string Authority, string? HeadPostDative, string? CoordinatorPost, bool IsSample);
}
