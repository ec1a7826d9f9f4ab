using System.Text;

namespace Zakhid.Text;

/// <summary>
/// Ukrainian in Latin letters, as the Cabinet's table has it (КМУ № 55 of 27.01.2010): «Глухівська» → «Hlukhivska», «Згорани» →
/// «Zghorany»; the soft sign and the apostrophe are left out.
/// </summary>
public static class Latin
{
    const string Letters = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя";
    static readonly string[] Inside = ["a", "b", "v", "h", "g", "d", "e", "ie", "zh", "z", "y", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "iu", "ia"];

    /// <summary>In lower case; letters that are not Ukrainian stay as they are.</summary>
    public static string Of(string text)
    {
        var latin = new StringBuilder(text.Length * 2);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = char.ToLowerInvariant(text[i]);
            if (letter is 'ь' or '’' or '\'' or 'ʼ') continue;
            var starts = i == 0 || !(char.IsLetter(text[i - 1]) || text[i - 1] is '’' or '\'' or 'ʼ');
            latin.Append(letter switch
            {
                'є' when starts => "ye",
                'ї' when starts => "yi",
                'й' when starts => "y",
                'ю' when starts => "yu",
                'я' when starts => "ya",
                'г' when i > 0 && char.ToLowerInvariant(text[i - 1]) == 'з' => "gh",
                _ => Letters.IndexOf(letter) is >= 0 and var at ? Inside[at] : letter.ToString(),
            });
        }
        return latin.ToString();
    }

    /// <summary>A code for addresses: «Глухівська міська рада» → «hlukhivska-miska-rada», at most forty signs.</summary>
    public static string Code(string name)
    {
        var code = new StringBuilder();
        foreach (var c in Of(name))
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) code.Append(c);
            else if (code.Length > 0 && code[^1] != '-') code.Append('-');
        return code.ToString(0, Math.Min(40, code.Length)).Trim('-');
    }
}
