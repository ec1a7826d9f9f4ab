using System.CommandLine;
using Zakhid.Documents.Consolidation;
using Zakhid.Obligations;
using Zakhid.Operations.Consolidation;
using Zakhid.Operations.People;

namespace Zakhid.App.Commands;

/// `zakhid consolidate PLAN --period P --out FILE`: the official paper of a period, as the page gives it; changed, sent and supplemented as the page does it.
static class ConsolidateCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        var period = new Option<string>("--period") { Description = CommandLine.Say("період: 2020-Q3, 2020-H1, 2020-09, 2020", "period: 2020-Q3, 2020-H1, 2020-09, 2020"), HelpName = "P", Required = true };
        var file = new Option<string>("--out") { Description = CommandLine.Say("файл .docx, .pdf або .xlsx", "a file .docx, .pdf or .xlsx"), HelpName = "FILE" };
        var edit = Said.Text("--edit", "MEASURE", "змінити текст про захід: номер або місце в плані", "change the text about a measure: its number or place in the plan");
        var text = Said.Text("--text", "TEXT", "цей текст", "that text");
        var send = Said.Flag("--send", "позначити надісланим: далі не змінюється", "mark as sent: it changes no more");
        var supplement = Said.Flag("--supplement", "почати доповнення до надісланого", "begin a supplement to what was sent");
        var command = new Command("consolidate", CommandLine.Say("Скласти зведений звіт за період, змінити його, позначити надісланим", "Make the consolidated report of a period, change it, mark it as sent")) { name, period, file, edit, text, send, supplement };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var (code, path, measure) = (parsed.GetValue(period)!, parsed.GetValue(file), parsed.GetValue(edit));
            var changes = measure is not null || parsed.GetValue(send) || parsed.GetValue(supplement);
            if (!ReportingPeriod.TryParse(code, out _)) throw new RuleBroken("period.form", code);
            if (changes && data.AsOf(parsed) is not null) throw new RuleBroken("control.as-of");
            var ending = Path.GetExtension(path ?? "").ToLowerInvariant();
            if (path is null ? !changes : ending is not (".docx" or ".pdf" or ".xlsx")) throw new RuleBroken("paper.ending", path ?? "");
            await using var store = changes ? await data.Open(parsed) : await data.OpenToRead(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, today) = (Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(plan.Authority.Day));
            if (parsed.GetValue(supplement)) await new OpenSupplement(store).Run(by, today, plan.Id, code, stop);
            if (measure is not null)
            {
                var row = await store.Read(plan.Authority.Id, async r => (await ConsolidationSheet.Read(r, plan.Id, code)).Rows.FirstOrDefault(row => row.Number?.TrimEnd('.') == measure.TrimEnd('.') || row.Number is null && $"{row.Position}" == measure), stop) ?? throw new RuleBroken("measure.unknown");
                await new EditConsolidation(store).Run(by, today, plan.Id, code, row.MeasureId, (parsed.GetValue(text) ?? "").Trim(), row.Version, stop);
            }
            if (parsed.GetValue(send)) await new SendConsolidation(store).Run(by, today, plan.Id, code, stop);
            if (path is null) return Said.Done("Записано.", "Kept.");
            var now = new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day);
            var (sheet, paper) = await store.Read(plan.Authority.Id, async r =>
            {
                var sheet = await ConsolidationSheet.Read(r, plan.Id, code, asOf: data.AsOf(parsed));
                return (sheet, await MakePaper.Of(r, sheet, now));
            }, stop);
            if (sheet.Owed == 0) throw new RuleBroken("period.nothing-owed", code);

            if (await OutFile.Write(path, async into =>
            {
                if (ending == ".docx" && sheet.DocxSha256 is { } sent) { await using var kept = store.Files.Open(sent); await kept.CopyToAsync(into, stop); }
                else if (ending == ".docx") ConsolidatedReportDocx.Write(paper, into);
                else if (ending == ".xlsx") ConsolidatedReportXlsx.Write(paper, into);
                else await PaperPdf.Write(paper, into, stop);
            }) is { } failed) return DataOptions.Fail(failed);
            Console.WriteLine(CommandLine.Say($"{path}: прийнято {sheet.Accepted} із {sheet.Owed} звітів", $"{path}: {sheet.Accepted} of {sheet.Owed} reports accepted"));
            return 0;
        }));
        return command;
    }
}
