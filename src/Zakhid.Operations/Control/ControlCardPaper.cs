using Zakhid.Documents.Writing;
using Zakhid.Operations.Audit;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.Operations.Control;

/// <summary>The control card as an official paper.</summary>
public static class ControlCardPaper
{
    public static async Task<OfficialPaper> Of(Scope scope, ControlCard card, Moment made)
    {
        var authority = await AllAuthorities.Of(scope);
        var head = await AuditLog.Head(scope);
        var title = $"заходу {card.Record.Number} плану «{card.Record.PlanTitle}»";
        return new()
        {
            File = new($"Контрольна картка {title}", authority.Name, authority.IsSample, made.At),
            Heading = "КОНТРОЛЬНА КАРТКА",
            Title = [title],
            Tables = [Facts(card), Days(card), Past(card)],
            Date = UkrainianDate.Short(made.Day),
            Checkpoint = $"Мітка журналу дій: запис {head.Seq}, {head.Short}",
        };
    }

    static PaperTable Facts(ControlCard card) => new()
    {
        Shares = [30, 70],
        Rows =
        [
            .. new (string Name, string? Said)[]
            {
                ("Документ", string.Join(", ", new[] { card.Act.Kind is null ? null : CountInWords.Capital(card.Act.Kind), card.Act.Issuer, card.Act.Date is { } day ? $"від {UkrainianDate.Short(day)}" : null, card.Act.Number is { } number ? $"№ {number}" : null }.OfType<string>())),
                ("Короткий зміст", card.Act.Title),
                ("Підписав", card.Act.Signatory),
                ("Контроль покладено", string.Join("; ", card.Act.Control)),
                ("Захід", card.Text),
                ("Строк за планом", card.TermText),
                ("Виконавці", string.Join(";\n", card.Printed.Select(Executor))),
                ("Стан контролю", StateWords.Ukrainian(card.Control.State)),
                ("Підтверджено", card.Confirmed is { } state ? $"{StateWords.Ukrainian(state)}{(card.ConfirmedDay is { } on ? $", {UkrainianDate.Short(on)}" : "")}" : "ще ні"),
            }.Where(fact => !string.IsNullOrEmpty(fact.Said)).Select(fact => (IReadOnlyList<PaperCell>)[fact.Name, fact.Said!]),
        ],
    };

    internal static string Executor(CardExecutor executor) => executor.Printed + (executor.ByConsent ? $" (за згодою: {StateWords.Ukrainian(Enum.TryParse<ConsentState>(executor.Consent, out var state) ? state : ConsentState.Asked)})" : executor.Owes ? "" : " (не звітує)");

    static PaperTable Days(ControlCard card) => new()
    {
        Title = "Строки контролю",
        Headings = ["Строк", "Підстава", "Чинність"],
        Shares = [20, 55, 25],
        Rows = card.Days.Count == 0 ? [["—", "Захід не має строку з днем", ""]]
            : [.. card.Days.Select(d => (IReadOnlyList<PaperCell>)[string.Join('\n', [UkrainianDate.Short(d.Adjusted), .. d.Earlier.Select(e => $"до {UkrainianDate.Short(e.Until)} — {UkrainianDate.Short(e.Adjusted)}")]), string.Join('\n', [d.Ground, .. d.Earlier.Select(e => $"вихідний перелічено: {e.Decision}")]), d.IsMoved ? "продовжено, не чинний" : d.IsExtension ? "чинний, продовжений" : "чинний"])],
    };

    static PaperTable Past(ControlCard card) => new()
    {
        Title = "Хід виконання",
        Headings = ["Дата, час", "Що відбулося", "Хто", "Підстава, документ"],
        Shares = [16, 32, 24, 28],
        Rows = [.. card.Events.Select(e => (IReadOnlyList<PaperCell>)[$"{UkrainianDate.Short(e.Day)}\n{AuthorityClock.InKyiv(e.At):HH:mm}", e.Ukrainian, e.Who, string.Join("\n", new[] { e.Detail, e.Paper, e.Fact?.FileName is { } file ? $"файл «{file}»" : null }.Where(s => !string.IsNullOrEmpty(s)))])],
    };
}
