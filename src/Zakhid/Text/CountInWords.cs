namespace Zakhid.Text;

public enum Gender { Masculine, Feminine, Neuter }

/// <summary>
/// Small counts in words, as sentences say them: «п’ять», «від п’яти органів», «один із них». From eleven on digits:
/// a reader compares figures faster than words.
/// </summary>
public static class CountInWords
{
    const int LastInWords = 10;

    static readonly string[] Nominative = ["жоден", "", "", "три", "чотири", "п’ять", "шість", "сім", "вісім", "дев’ять", "десять"];
    static readonly string[] Genitives = ["жодного", "", "двох", "трьох", "чотирьох", "п’яти", "шести", "семи", "восьми", "дев’яти", "десяти"];
    static readonly string[] English = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>«один», «одна», «два», «дві», «п’ять», «14»</summary>
    public static string Of(int count, Gender gender = Gender.Masculine) => (count, gender) switch
    {
        (0, Gender.Feminine) => "жодна",
        (0, Gender.Neuter) => "жодне",
        (1, Gender.Masculine) => "один",
        (1, Gender.Feminine) => "одна",
        (1, Gender.Neuter) => "одне",
        (2, Gender.Feminine) => "дві",
        (2, _) => "два",
        ( >= 0 and <= LastInWords, _) => Nominative[count],
        _ => Plural.Digits(count),
    };

    /// <summary>«одного», «однієї», «двох», «п’яти», «14»</summary>
    public static string Genitive(int count, Gender gender = Gender.Masculine) => (count, gender) switch
    {
        (0, Gender.Feminine) => "жодної",
        (1, Gender.Feminine) => "однієї",
        (1, _) => "одного",
        ( >= 0 and <= LastInWords, _) => Genitives[count],
        _ => Plural.Digits(count),
    };

    /// <summary>«five», «14»</summary>
    public static string InEnglish(int count) => count is >= 0 and <= LastInWords ? English[count] : Plural.Digits(count);

    /// <summary>The sentence with its first letter large.</summary>
    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
