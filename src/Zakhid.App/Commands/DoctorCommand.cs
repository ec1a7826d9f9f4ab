using System.CommandLine;
using Zakhid.App.Commands.Doctor;

namespace Zakhid.App.Commands;

/// `zakhid doctor`: what is wrong with this installation, and what to do about it.
static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", CommandLine.Say("Що не так із цією установкою: тека, диск, база, програми", "What is wrong with this installation: folder, disk, database, programs"));
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "JSON" };
        command.Options.Add(json);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var machine = MachineChecks.Of(data.Folder(parsed)).ToList();
            var findings = machine.Exists(f => f is { Check: "sqlite", Health: Health.Bad }) ? machine : [.. machine, .. await DataChecks.Of(() => data.OpenToRead(parsed), stop)];
            if (parsed.GetValue(json)) JsonOut.Write(findings.Select(f => new { f.Check, f.Health, f.Sentence }));
            else foreach (var finding in findings) Console.WriteLine(finding.Line);
            return findings.Find(f => f.Health == Health.Bad) is { } bad ? DataOptions.Fail(bad.Sentence) : 0;
        }));
        return command;
    }
}
