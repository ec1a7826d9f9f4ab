using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Reporting;
using Zakhid.Reporting;

namespace Zakhid.App.Pages.Reports;

[Access(Role.Executor, Role.Coordinator)]
sealed class EditModel : ReportPage
{
    public ReportContent Typed { get; private set; } = new();
    /// What was typed for a figure, also where it is no number.
    public Dictionary<long, string> TypedFigures { get; } = [];
    public long Version { get; private set; }
    /// Somebody else saved meanwhile.
    public ReportContent? Theirs { get; private set; }
    public bool Saved { get; private set; }
    /// Reports of the same body for the same time, which this one may answer too.
    public IReadOnlyList<JointCandidate> Joint { get; private set; } = [];
    /// Of a lead: what his co-executors say for the period.
    public IReadOnlyList<CoReport> CoReports { get; private set; } = [];

    Task<bool> Beside(long id) => Read(async r =>
    {
        if (Elsewhere is null) Joint = await JoinReports.Candidates(r, id);
        if (Roles.IsLead) CoReports = await CoReport.Of(r, id);
        return true;
    });

    public async Task<IActionResult> OnGet(long id, string? saved, string? from)
    {
        await Load(id);
        if (!MayWrite) return To($"/reports/{id}");
        await Beside(id);
        (Typed, Version, Saved) = (Sheet.Draft, Sheet.Version, saved == "1");
        if (from == "previous" && Typed.Narrative.Length == 0 && Sheet.Previous is { } before) Typed = Typed with { Narrative = before.Said.Narrative };
        if (from == "co" && Typed.Narrative.Length == 0) Typed = Typed with { Narrative = string.Join("\n", CoReports.Where(co => co.Narrative is not null).Select(co => $"{co.Body}: {co.Narrative}")) };
        foreach (var figure in Typed.Figures) TypedFigures[figure.TargetId] = figure.Value.ToString("0.##", CultureInfo.GetCultureInfo("uk-UA"));
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, string? deed, long version, IFormFile? file)
    {
        await Load(id);
        await Beside(id);
        Typed = FromForm();
        Version = version;
        DraftOutcome? outcome = null;
        var kept = Mend.Count == 0 && await Try("narrative", async () => outcome = await new SaveDraft(Store).Run(Me, Now, id, Typed, version, Stop));
        if (Request.Headers.Accept == "application/json") return Quiet(outcome);
        if (outcome is DraftOutcome.Changed changed)
        {
            (Theirs, Version) = (changed.Theirs, changed.Version);
            Mend.Add(("narrative", T($"Поки ви писали, звіт змінили о {AtClock(changed.EditedAt)}. Порівняйте й оберіть, що залишити", $"The report was changed at {AtClock(changed.EditedAt)} while you wrote. Compare and choose what to keep")));
        }
        if (!kept || Theirs is not null) return Page();
        if (file is { Length: > 0 })
        {
            await using var bytes = file.OpenReadStream();
            if (!await Try("file", () => new KeepEvidence(Store).Add(Me, Now, id, Path.GetFileName(file.FileName), bytes, Stop)))
            {
                Version = ((DraftOutcome.Kept)outcome!).Version;
                await Load(id);
                return Page();
            }
        }
        if (deed?.StartsWith("remove-", StringComparison.Ordinal) == true && long.TryParse(deed.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var evidence))
            await new KeepEvidence(Store).Remove(Me, Now, id, evidence, Stop);
        foreach (var (word, run) in new (string, Func<long, Task>)[] { ("join-", other => new JoinReports(Store).Run(Me, Now, other, id, Stop)), ("part-", other => new JoinReports(Store).Part(Me, Now, other, Stop)) })
        {
            if (deed?.StartsWith(word, StringComparison.Ordinal) != true || !long.TryParse(deed.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var other)) continue;
            if (await Try("joint", () => run(other))) return To($"/reports/{id}/edit?saved=1#joint");
            Version = ((DraftOutcome.Kept)outcome!).Version;
            return Page();
        }
        return To(deed == "check" ? $"/reports/{id}/check" : $"/reports/{id}/edit?saved=1");
    }

    JsonResult Quiet(DraftOutcome? outcome) => outcome switch
    {
        DraftOutcome.Kept kept => new(new { version = kept.Version, said = T($"Чернетку збережено о {AtClock(kept.At)}", $"Draft saved at {AtClock(kept.At)}") }),
        DraftOutcome.Changed => new(new { said = T("Звіт змінила інша особа. Натисніть «Зберегти чернетку», щоб порівняти", "Somebody else changed the report. Press “Save draft” to compare") }) { StatusCode = 409 },
        _ => new(new { said = Mend.Count > 0 ? Mend[0].Sentence : "" }) { StatusCode = Response.StatusCode == StatusCodes.Status503ServiceUnavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity },
    };

    static string AtClock(DateTimeOffset at) => Saying.Clock(at);

    ReportContent FromForm()
    {
        var form = Request.Form;
        var figures = new List<ReportedFigure>();
        foreach (var target in Sheet.Targets)
        {
            var typed = form[$"figure-{target.Id}"].ToString().Trim();
            if (typed.Length == 0) continue;
            TypedFigures[target.Id] = typed;
            var plain = typed.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.');
            if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) figures.Add(new(target.Id, value));
            else Mend.Add(($"figure-{target.Id}", T($"Введіть кількість цифрами: «{typed}» не число", $"Write the number in digits: “{typed}” is none")));
        }
        return new()
        {
            Narrative = form["narrative"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
            DeclaredState = Enum.TryParse<ExecutionState>(form["state"], out var state) && Enum.IsDefined(state) ? state : null,
            Reason = form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null,
            Figures = figures,
            Links = [.. form["link"].Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => new ReportedLink(l!.Trim()))],
        };
    }
}
