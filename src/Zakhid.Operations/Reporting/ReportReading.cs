using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reporting;

/// <summary>A report as it is kept: the draft being written, or what was handed in.</summary>
public static class ReportReading
{
    public static async Task<ReportContent> Draft(Scope scope, long obligation)
    {
        var draft = await scope.Find<ReportContent>("SELECT narrative, declared_state, reason, expected_day FROM report WHERE authority_id = @authority AND obligation_id = @obligation", new { obligation });
        return (draft ?? new ReportContent()) with
        {
            Figures = await scope.All<ReportedFigure>("SELECT target_id, value, note FROM report_figure WHERE authority_id = @authority AND obligation_id = @obligation ORDER BY target_id", new { obligation }),
            Links = await scope.All<ReportedLink>("SELECT url, title FROM report_link WHERE authority_id = @authority AND obligation_id = @obligation ORDER BY position", new { obligation }),
            Files = await Files(scope, obligation),
        };
    }

    public static Task<List<ReportedFile>> Files(Scope scope, long obligation) => scope.All<ReportedFile>("""
        SELECT e.id, e.sha256, e.name, f.size, f.media_type FROM evidence e JOIN file f ON f.authority_id = e.authority_id AND f.sha256 = e.sha256
        WHERE e.authority_id = @authority AND e.obligation_id = @obligation AND e.removed_at IS NULL ORDER BY e.id
        """, new { obligation });

    /// <summary>The newest submission, or null.</summary>
    /// <param name="asOf">The newest by the end of that day; null: of all.</param>
    public static async Task<Submitted?> Last(Scope scope, long obligation, DateOnly? asOf = null) => await scope.Find<Submitted>("""
        SELECT id, obligation_id, receipt_year, receipt_number, content, on_behalf, day, at, person_id FROM submission
        WHERE authority_id = @authority AND obligation_id = @obligation AND day <= @upTo ORDER BY id DESC LIMIT 1
        """, new { obligation, upTo = asOf ?? DateOnly.MaxValue });
}

/// <summary>The fact that a report was handed in, with all that it said.</summary>
public sealed record Submitted(long Id, long ObligationId, int ReceiptYear, int ReceiptNumber, string Content, string? OnBehalf, DateOnly Day, DateTimeOffset At, long PersonId)
{
    /// <summary>«2020-0417».</summary>
    public string Receipt => Zakhid.Operations.Reporting.Receipt.Text(ReceiptYear, ReceiptNumber);

    ReportContent? _said;
    public ReportContent Said => _said ??= Json.Read<ReportContent>(Content);
}

/// <summary>The number that a person is given: year of the authority's day and a number in that year, never reused.</summary>
public static class Receipt
{
    public static string Text(int year, int number) => $"{year:D4}-{number:D4}";
}
