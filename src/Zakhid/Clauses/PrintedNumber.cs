using Zakhid.Text;

namespace Zakhid.Clauses;

/// <summary>The registration number of an act as it is printed behind «№»: «149-ОД», «113/2022-р», «12/3».</summary>
public static class PrintedNumber
{
    /// <summary>The number at the sign that stands at a token, without the sign and blanks; null where no digit follows.</summary>
    public static string? At(string text, int at, IReadOnlyList<Token> tokens) => ActReferences.NumberAt(text, tokens, at)?.Number;
}
