using System.CommandLine;
using Zakhid.Operations.Publishing;

namespace Zakhid.App.Commands;

/// `zakhid publish PLAN`: the plan's progress on the public page; with --withdraw it is closed again.
static class PublishCommand
{
    public static Command Create()
    {
        var withdraw = Said.Flag("--withdraw", "закрити сторінку знову", "close the page again");
        var ground = Said.Text("--ground", "TEXT", "чому закрито", "why it is closed");
        var command = new Command("publish", CommandLine.Say("Оприлюднити стан виконання плану або закрити його", "Publish a plan's progress, or close it")) { withdraw, ground };
        return InPlan.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            if (!parsed.GetValue(withdraw))
            {
                await new PublishPlan(at.Store).Run(at.By, at.At, at.Plan.Id, stop);
                return Said.Done($"Оприлюднено: /progress/{at.Plan.Authority.Code}/{at.Plan.Id}", $"Published: /progress/{at.Plan.Authority.Code}/{at.Plan.Id}");
            }
            await new PublishPlan(at.Store).Withdraw(at.By, at.At, at.Plan.Id, parsed.GetValue(ground) ?? "", stop);
            return Said.Done("Закрито.", "Closed.");
        });
    }
}
