namespace Zakhid.Obligations;

/// <summary>How grounds and official papers name an act and its items.</summary>
public static class ActWords
{
    static readonly (string Nominative, string Genitive)[] Kinds =
    [
        ("розпорядження", "розпорядження"), ("рішення", "рішення"), ("наказ", "наказу"), ("постанова", "постанови"), ("указ", "указу"),
        ("доручення", "доручення"), ("план", "плану заходів"), ("протокол", "протоколу"), ("програма", "програми"), ("закон", "закону"),
    ];

    /// <summary>«розпорядження», «наказу», «плану заходів»; an act of unknown kind is «акта».</summary>
    public static string KindGenitive(string? kind)
    {
        var word = (kind ?? "").Trim().Split(' ')[0].ToLowerInvariant();
        foreach (var (nominative, genitive) in Kinds)
            if (nominative == word) return genitive;
        return "акта";
    }

    /// <summary>«пункт 2 розпорядження № 149-ОД»; without a number of its own, by its date.</summary>
    public static string Ground(Act act, string? clause) => $"{(clause is null ? "текст" : $"пункт {clause.TrimEnd('.', ')')}")} {Short(act)}";

    /// <summary>«розпорядження № 149-ОД», genitive.</summary>
    public static string Short(Act act) => KindGenitive(act.Kind)
        + (act.Number is { Length: > 0 } number ? $" № {number}" : act.Date is { } date ? $" від {Text.UkrainianDate.Full(date)}" : "");

    /// <summary>«розпорядженням № 149-ОД», instrumental: by what something was changed.</summary>
    public static string ShortInstrumental(Act act)
    {
        var genitive = KindGenitive(act.Kind);
        var kind = genitive switch
        {
            "розпорядження" or "рішення" or "доручення" => genitive + "м",
            "наказу" => "наказом",
            "постанови" => "постановою",
            "указу" => "указом",
            "плану заходів" => "планом заходів",
            "протоколу" => "протоколом",
            "програми" => "програмою",
            "закону" => "законом",
            _ => "актом",
        };
        return kind + Short(act)[genitive.Length..];
    }

    /// <summary>«розпорядження від 03.08.2020 № 149-ОД», genitive, as acts cite each other.</summary>
    public static string Cited(Act act) => KindGenitive(act.Kind)
        + (act.Date is { } date ? $" від {Text.UkrainianDate.Short(date)}" : "") + (act.Number is { Length: > 0 } number ? $" № {number}" : "");
}
