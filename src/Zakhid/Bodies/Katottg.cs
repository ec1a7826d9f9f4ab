namespace Zakhid.Bodies;

/// <summary>What a code of the codifier names.</summary>
public enum TerritoryLevel { Oblast, Raion, Hromada, Settlement, CityRaion }

/// <summary>
/// Code of the codifier of administrative and territorial units (КАТОТТГ): «UA» and seventeen digits: oblast 2, raion 2, hromada 3,
/// settlement 3, raion of a city 2, and the number of the record, 5. Source: order of the Ministry of communities of 26.11.2020 № 290.
/// </summary>
public readonly record struct Katottg
{
    const int Digits = 17;

    Katottg(string code, bool wasMended) => (Code, WasMended) = (code, wasMended);

    /// <summary>«UA» in Latin letters, then the digits.</summary>
    public string Code { get; }
    /// <summary>The letters were typed in Cyrillic («UА», «УА»): they look the same and are another code to a machine.</summary>
    public bool WasMended { get; }

    /// <exception cref="RuleBroken">«body.katottg-form»: not «UA» with seventeen digits.</exception>
    public static Katottg Read(string typed)
    {
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (code.Length != Digits + 2 || code[0] is not ('U' or 'У') || code[1] is not ('A' or 'А') || code.AsSpan(2).IndexOfAnyExceptInRange('0', '9') >= 0 || code.AsSpan(2, 2) is "00")
            throw new RuleBroken("body.katottg-form", typed.Trim());
        return new("UA" + code[2..], !code.StartsWith("UA", StringComparison.Ordinal));
    }

    /// <summary>By the last part that is filled. Kyiv and Sevastopol stand where the oblasts do.</summary>
    public TerritoryLevel Level => (Code[6..9], Code[9..12], Code[12..14], Code[4..6]) switch
    {
        (_, _, not "00", _) => TerritoryLevel.CityRaion,
        (_, not "000", _, _) => TerritoryLevel.Settlement,
        (not "000", _, _, _) => TerritoryLevel.Hromada,
        (_, _, _, not "00") => TerritoryLevel.Raion,
        _ => TerritoryLevel.Oblast,
    };

    /// <summary>A hromada lies in its raion and oblast, a settlement in its hromada.</summary>
    public bool IsIn(Katottg wider)
    {
        var known = wider.Level switch { TerritoryLevel.Oblast => 4, TerritoryLevel.Raion => 6, TerritoryLevel.Hromada => 9, TerritoryLevel.Settlement => 12, _ => 14 };
        return wider.Level <= Level && string.CompareOrdinal(Code, 0, wider.Code, 0, known) == 0;
    }

    public override string ToString() => Code;
}
