using Zakhid.Text;

namespace Zakhid.Bodies;

/// <summary>
/// Whether an act was issued by an authority itself or by another body: by the first word that says whose a body is
/// («Глухівська», «України») and by the level that follows it («міська», «обласна»). «Голова обласної державної
/// адміністрації» names nobody else's, so it is the authority's own head.
/// </summary>
public static class IssuerOf
{
    static readonly string[] Levels = ["міськ", "обласн", "районн", "сільськ", "селищн", "міністр", "міністер", "президент", "верховн"];

    /// <param name="issuer">As the act prints it; null: the file does not say.</param>
    /// <param name="authority">The authority's name, nominative.</param>
    public static bool IsOwn(string? issuer, string authority)
    {
        if (string.IsNullOrWhiteSpace(issuer) || Folding.Key(issuer) == Folding.Key(authority)) return true;
        var (theirs, ours) = (Words(issuer), Words(authority));
        if (Level(theirs) is { } above && Level(ours) is { } own && above != own) return false;
        return theirs.Find(IsWhose) is not { } whose || ours.Find(IsWhose) is { } mine && SameStem(whose, mine);
    }

    static List<string> Words(string name) => [.. Token.Cut(name).Where(t => t.Kind == TokenKind.Word).Select(t => t.Text)];

    static string? Level(List<string> words) => words.Select(word => Array.Find(Levels, level => word.StartsWith(level, StringComparison.Ordinal))).FirstOrDefault(level => level is not null);

    /// <summary>An adjective of a place, or the country.</summary>
    static bool IsWhose(string word) => word.StartsWith("україн", StringComparison.Ordinal)
        || word.Length > 6 && Stem(word) is var stem && (stem.EndsWith("ськ", StringComparison.Ordinal) || stem.EndsWith("цьк", StringComparison.Ordinal) || stem.EndsWith("зьк", StringComparison.Ordinal))
            && !Array.Exists(Levels, level => word.StartsWith(level, StringComparison.Ordinal)) && !word.StartsWith("громадськ", StringComparison.Ordinal) && !word.StartsWith("військ", StringComparison.Ordinal);

    static string Stem(string word) => word.TrimEnd('а', 'о', 'г', 'ї', 'й', 'и', 'у', 'ю', 'і', 'м', 'е');

    static bool SameStem(string a, string b) => Stem(a) == Stem(b);
}
