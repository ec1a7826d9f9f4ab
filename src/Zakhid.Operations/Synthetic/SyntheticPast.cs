using Zakhid.Obligations;
using Zakhid.Operations.Files;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Synthetic;

/// <summary>
/// What became of a synthetic plan's reports by the authority's day: most accepted, one in eight late, some waiting for
/// review, sent back, begun, or silent. Submissions, acceptances and returns are the facts behind it, as the product writes them.
/// </summary>
sealed class SyntheticPast(Random random)
{
    const string Narrative = "Заходи проведено відповідно до плану (зразок).";
    readonly List<ObligationRow> _reported = [];

    public ObligationRow Of(ObligationRow row)
    {
        if (row.Kind != ObligationKind.Report || row.Consent == "Asked" || row.Adjusted >= Scale.Day) return row;
        var past = Become(row, random.Next(100));
        if (past.ReportState != "Expected") _reported.Add(past);
        return past;
    }

    static ObligationRow Become(ObligationRow row, int luck)
    {
        var submitted = row with { ReportState = "Submitted", SubmittedDay = row.Adjusted, DeclaredState = ExecutionState.InProgress };
        return luck switch
        {
            < 76 => Accepted(submitted),
            < 86 => Accepted(submitted with { SubmittedDay = row.Adjusted.AddDays(2), DeclaredState = ExecutionState.PartlyDone }),
            < 91 => submitted,
            < 94 => submitted with { ReportState = "Returned", ReturnedDue = row.Adjusted.AddDays(5) },
            < 97 => row with { ReportState = "Draft" },
            _ => row,
        };
    }

    static ObligationRow Accepted(ObligationRow row) => row with { ReportState = "Accepted", AcceptedDay = row.SubmittedDay, ConfirmedState = row.DeclaredState };

    /// <summary>Writes the facts behind the rows that were given out since the last time.</summary>
    /// <param name="by">Who handed in and decided.</param>
    public async Task Keep(WriteScope w, long by)
    {
        await w.DoMany("report", _reported.Select(o => new { ObligationId = o.Id, Narrative, o.DeclaredState, EditedBy = by, EditedAt = At(o.SubmittedDay ?? o.PeriodTo, "06") }).ToList());
        var submitted = _reported.Where(o => o.SubmittedDay is not null).ToList();
        var first = submitted.Count > 0 ? await w.Next("submission", submitted.Count) : 0;
        var numbers = new Dictionary<int, long>();
        foreach (var year in submitted.GroupBy(o => o.SubmittedDay!.Value.Year)) numbers[year.Key] = await w.Next($"receipt-{year.Key}", year.Count());
        var facts = submitted.Select((o, i) => (Row: o, Id: first + i, Day: o.SubmittedDay!.Value, Number: numbers[o.SubmittedDay!.Value.Year]++)).ToList();
        var contents = new[] { ExecutionState.InProgress, ExecutionState.PartlyDone }.ToDictionary(state => state, state => Json.Write(new ReportContent { Narrative = Narrative, DeclaredState = state }));
        var hashes = contents.ToDictionary(c => c.Key, c => ContentHash.Of(c.Value));
        await w.DoMany("submission", facts.Select(f => new
        {
            f.Id,
            ObligationId = f.Row.Id,
            ReceiptYear = f.Day.Year,
            ReceiptNumber = f.Number,
            Key = $"synthetic-{f.Id}",
            Content = contents[f.Row.DeclaredState!.Value],
            ContentHash = hashes[f.Row.DeclaredState!.Value],
            f.Day,
            At = At(f.Day, "07"),
            PersonId = by,
        }).ToList());
        await w.DoMany("acceptance", facts.Where(f => f.Row.AcceptedDay is not null).Select(f => new { SubmissionId = f.Id, ObligationId = f.Row.Id, f.Row.ConfirmedState, f.Day, At = At(f.Day, "08"), PersonId = by }).ToList());
        await w.DoMany("report_return", facts.Where(f => f.Row.ReturnedDue is not null).Select(f => new { SubmissionId = f.Id, ObligationId = f.Row.Id, Remarks = """{"narrative":"Додайте дати й кількість учасників (зразок)."}""", DueDay = f.Row.ReturnedDue!.Value, f.Day, At = At(f.Day, "08"), PersonId = by }).ToList());
        _reported.Clear();
    }

    static string At(DateOnly day, string hour) => $"{Values.Text(day)}T{hour}:00:00.000Z";
}
