using Zakhid.Text;

namespace Zakhid.Obligations;

/// <summary>Whether a printed supervisor («Заступник міського голови Слюсар Ю.В.») is a certain person: by his name, post or unit.</summary>
public static class Supervision
{
    /// <param name="printed">As the plan has it.</param>
    /// <param name="post">«заступник міського голови».</param>
    /// <param name="name">«Юрій СЛЮСАР»; null: not known.</param>
    /// <param name="unit">The body he reports for; null: none.</param>
    public static bool Is(string printed, string? post, string? name, string? unit)
    {
        var words = Words(printed);
        // A surname is the longest word of a name; initials and given names vary.
        if (name is not null && Words(name).MaxBy(word => word.Length) is { Length: > 3 } surname && words.Contains(surname)) return true;
        if (post is { Length: > 0 } && BodyWords.AreSame(printed, post)) return true;
        return unit is not null && BodyWords.AreSame(printed, unit);
    }

    static List<string> Words(string text) => [.. Token.Cut(text).Where(token => token.Kind == TokenKind.Word).Select(token => token.Text)];
}
