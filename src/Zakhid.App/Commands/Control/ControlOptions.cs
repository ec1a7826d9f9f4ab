using System.CommandLine;
using Zakhid.Control;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands.Control;

/// What every deed of control takes on the command line: the plan, the measure, the ground, the document; and how it is done.
sealed class ControlOptions
{
    readonly Argument<string> _plan = new("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
    readonly Argument<string> _measure = new("measure") { Description = CommandLine.Say("номер заходу, як надруковано, або його місце в плані", "the measure's number as printed, or its place in the plan") };
    readonly Option<string> _ground = new("--ground") { Description = CommandLine.Say("підстава", "the ground"), HelpName = "TEXT", DefaultValueFactory = _ => "" };
    readonly Option<string?> _kind = new("--doc-kind") { Description = CommandLine.Say("вид документа: лист, розпорядження", "kind of the document: letter, order"), HelpName = "KIND" };
    readonly Option<string?> _number = new("--doc-number") { Description = CommandLine.Say("номер документа", "the document's number"), HelpName = "N" };
    readonly Option<DateOnly?> _date = DayOption.Create("--doc-date", "дата документа", "the document's date");
    readonly Option<string?> _issuer = new("--doc-issuer") { Description = CommandLine.Say("хто видав документ", "who issued the document"), HelpName = "BODY" };
    readonly Option<FileInfo?> _file = new("--file") { Description = CommandLine.Say("файл документа", "the document as a file"), HelpName = "FILE" };
    readonly DataOptions _data;

    public ControlOptions(Command command)
    {
        command.Arguments.Add(_plan);
        command.Arguments.Add(_measure);
        foreach (var option in new Option[] { _ground, _kind, _number, _date, _issuer, _file }) command.Options.Add(option);
        _data = new(command);
    }

    public string Ground(ParseResult parsed) => parsed.GetValue(_ground)!;

    /// Opens the data, finds the measure, does the deed, says what the measure's control is now.
    public Task<int> Do(ParseResult parsed, Func<Deed, Task> deed, CancellationToken stop) => DataOptions.Sentence(async () =>
    {
        // A deed on a day of the past would not be one.
        if (_data.AsOf(parsed) is not null) throw new RuleBroken("control.as-of");
        await using var store = await _data.Open(parsed);
        var plan = await PlanName.Find(store, parsed.GetValue(_plan)!, stop);
        var now = new AuthorityClock(TimeProvider.System).Now(plan.Authority.Day);
        await new NewDay(store).Reach(plan.Authority.Id, now, stop);
        var position = await store.Read(plan.Authority.Id, r => Position(r, plan.Id, parsed.GetValue(_measure)!), stop);
        var card = await store.Read(plan.Authority.Id, r => ControlCard.Read(r, plan.Id, position), stop);
        await deed(new(store, Actor.Program(plan.Authority.Id), now, card, Ground(parsed), await Paper(parsed, store, stop), plan.Authority.CoordinatorPost ?? "координатор"));
        var after = await store.Read(plan.Authority.Id, r => ControlCard.Read(r, plan.Id, position), stop);
        Console.WriteLine(CommandLine.IsEnglish ? ControlWords.English(after.Record.Facts[^1].Fact) : ControlWords.Ukrainian(after.Record.Facts[^1].Fact));
        return 0;
    });

    async Task<ControlPaper> Paper(ParseResult parsed, Store store, CancellationToken stop)
    {
        var (number, date) = (parsed.GetValue(_number), parsed.GetValue(_date));
        if (number is null != date is null) throw new RuleBroken("control.requisites");
        var document = date is null ? null : new ControlDocument(parsed.GetValue(_issuer), parsed.GetValue(_kind) ?? "документ", number!, date.Value);
        if (parsed.GetValue(_file) is not { } file) return new(document);
        await using var bytes = file.OpenRead();
        return new(document, await EvidenceKind.Keep(store.Files, bytes, file.Name, stop));
    }

    /// The printed number first; where no measure bears it, the place in the plan.
    public static async Task<int> Position(Scope scope, long plan, string said)
    {
        var all = await scope.All<(int Position, string? Number)>("SELECT position, number FROM measure WHERE authority_id = @authority AND plan_id = @plan ORDER BY position", new { plan });
        var printed = all.FindAll(m => m.Number is { } number && Folding.Key(number) == Folding.Key(said));
        if (printed.Count > 0) return printed[0].Position;
        return int.TryParse(said, out var place) && all.Exists(m => m.Position == place) ? place : throw new RuleBroken("measure.unknown");
    }

    /// An executor of the measure by the beginning of its name.
    public static long? Body(ControlCard card, string? said)
    {
        if (said is null) return null;
        var key = Folding.Key(said);
        return card.Executors.FirstOrDefault(e => Folding.Key(e.Called).StartsWith(key, StringComparison.Ordinal) || Folding.Key(e.Name).StartsWith(key, StringComparison.Ordinal))?.Body
            ?? throw new RuleBroken("control.body-unknown", said, string.Join("; ", card.Executors.Select(e => e.Called)));
    }

    public sealed record Deed(Store Store, Actor By, Moment Now, ControlCard Card, string Ground, ControlPaper Paper, string From)
    {
        public long Measure => Card.Record.MeasureId;

        /// The day that is moved: the one named, or the only one that the measure has.
        public DateOnly Of(DateOnly? said) => said ?? (Card.Control.Terms switch
        {
            [] => throw new RuleBroken("extension.no-term"),
            [var only] => only.Now.Nominal,
            _ => throw new RuleBroken("control.day-missing"),
        });
    }
}
