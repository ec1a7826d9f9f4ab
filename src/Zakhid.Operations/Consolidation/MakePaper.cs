using Zakhid.Documents.Consolidation;
using Zakhid.Obligations;
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
        var subject = Lowered(plan.Title);
        return new()
        {
            Addressee = plan.HeadPostDative is { } post ? [post] : [],
            Title = [$"про виконання {Genitive(subject)}", $"за {sheet.Period.Name}"],
            Introduction = [Introduction(sheet, plan, summary)],
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

    static string Introduction(ConsolidationSheet sheet, PlanRow plan, string? clause)
    {
        var act = $"{ActWords.KindGenitive(plan.Kind)}{(plan.Date is { } date ? $" від {UkrainianDate.Short(date)}" : "")}{(plan.Number is null ? "" : $" № {plan.Number}")}";
        var ground = clause is null ? $"На виконання {act}" : $"На виконання пункту {clause.TrimEnd('.')} {act}";
        var silent = sheet.SilentBodies.Count == 0 ? "інформацію надали всі" : $"не надано інформації: {string.Join("; ", sheet.SilentBodies)}";
        return $"{ground} узагальнено інформацію {Plural.Count(sheet.Bodies.Count, "виконавця", "виконавців", "виконавців")}; {silent}.";
    }

    static IEnumerable<PaperRow> Rows(ConsolidationSheet sheet)
    {
        string? section = null;
        foreach (var row in sheet.Rows)
        {
            if (row.Section is not null && row.Section != section) yield return new PaperSection(row.Section);
            section = row.Section;
            var status = new List<PaperLine>();
            if (row.Summary.Length > 0) status.Add(new(row.Summary));
            // The silent are named; who was only asked «за згодою» stands in a line of its own and is not blamed.
            status.AddRange(row.Silent.Select(body => new PaperLine($"{body}: інформації не надано.", Strong: true)));
            status.AddRange(row.Apart.Select(body => new PaperLine($"{body} (за згодою): відповіді на запит немає.")));
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

    /// <summary>«Про план заходів щодо…» → «план заходів щодо…».</summary>
    static string Lowered(string title)
    {
        if (title.StartsWith("Про ", StringComparison.OrdinalIgnoreCase)) title = title[4..];
        return title.Length > 1 && char.IsUpper(title[0]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
    }

    /// <summary>The head noun of a plan's title in the genitive: «план заходів» → «плану заходів».</summary>
    static string Genitive(string subject)
    {
        if (subject.StartsWith("затвердження ", StringComparison.OrdinalIgnoreCase)) subject = subject[13..];
        return subject.StartsWith("план ", StringComparison.OrdinalIgnoreCase) ? "плану" + subject[4..]
            : subject.StartsWith("плану ", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("заходів", StringComparison.OrdinalIgnoreCase) ? subject
            : subject.StartsWith("заходи ", StringComparison.OrdinalIgnoreCase) ? "заходів" + subject[6..]
            : $"плану «{subject}»";
    }

    sealed record PlanRow(string Title, string? Kind, string? Number, DateOnly? Date, string? Signatory, string Authority, string? HeadPostDative, string? CoordinatorPost, bool IsSample);
}
