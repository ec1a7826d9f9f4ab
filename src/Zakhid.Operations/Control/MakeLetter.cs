using Zakhid.Control;
using Zakhid.Documents.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>The day and number under which a letter is registered, where they are known already.</summary>
public sealed record LetterMark(DateOnly? Day = null, string? Number = null)
{
    const int Longest = 60;

    /// <exception cref="RuleBroken">«letter.number»: longer than any registration number.</exception>
    public LetterMark Checked() => Number?.Trim() is not { Length: > 0 } number ? this with { Number = null }
        : number.Length > Longest || number.Any(char.IsControl) ? throw new RuleBroken("letter.number", Longest) : this with { Number = number };

    /// <summary>«лист від 10.09.2020 № 01-12/345»; empty where neither is known.</summary>
    public string Words => (Day, Number) switch
    {
        (null, null) => "",
        ({ } day, null) => $"лист від {Text.UkrainianDate.Short(day)}",
        (null, { } number) => $"лист № {number}",
        ({ } day, { } number) => $"лист від {Text.UkrainianDate.Short(day)} № {number}",
    };
}

/// <summary>Official letters on the authority's letterhead: a reminder of what a body owes, a question for its consent.</summary>
public static class MakeLetter
{
    /// <param name="preparedBy">Post of who makes it.</param>
    public static async Task<OfficialLetter> Reminder(Scope scope, DueReminder due, LetterMark mark, string preparedBy, Moment at) => await Of(scope, mark, preparedBy, at) with
    {
        Addressee = due.Body,
        Subject = due.Period is { } period ? $"Про подання інформації за {period.Name}" : due.Acts.Count > 1 ? "Про видання актів" : "Про видання акта",
        Text = [.. due.Paragraphs(at.Day)],
    };

    public static async Task<OfficialLetter> Consent(Scope scope, ConsentAsked asked, LetterMark mark, string preparedBy, Moment at) => await Of(scope, mark, preparedBy, at) with
    {
        Addressee = asked.Body,
        Subject = "Про погодження участі у виконанні заходів",
        Text = [.. Letters.AskConsent(asked.Plan, asked.Act, await ConsentsAsked.Measures(scope, asked), asked.AnswerBy)],
    };

    static async Task<OfficialLetter> Of(Scope scope, LetterMark mark, string preparedBy, Moment at)
    {
        var authority = await AllAuthorities.Of(scope);
        mark = mark.Checked();
        return new()
        {
            Authority = authority.Name,
            Place = authority.Place,
            Day = mark.Day,
            Number = mark.Number,
            Addressee = "",
            Subject = "",
            Text = [],
            Signature = new(authority.HeadPost ?? authority.CoordinatorPost ?? "Посада", ""),
            PreparedBy = $"Виконавець: {preparedBy}",
            IsSample = authority.IsSample,
            Made = at.At,
        };
    }
}
