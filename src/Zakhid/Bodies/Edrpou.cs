namespace Zakhid.Bodies;

/// <summary>
/// Code of a legal entity in the state register (код ЄДРПОУ): eight digits, the last of them a check digit. Source of the rule:
/// the order of keeping the register, Cabinet resolution of 22.01.1996 № 118 with the method of the statistics office.
/// </summary>
public readonly record struct Edrpou
{
    const int Length = 8, Modulus = 11;
    static readonly int[] Usual = [1, 2, 3, 4, 5, 6, 7], OfMiddle = [7, 1, 2, 3, 4, 5, 6];

    Edrpou(string digits) => Digits = digits;

    /// <summary>Eight digits, leading zeros kept.</summary>
    public string Digits { get; }

    /// <summary>
    /// Reads a code as people keep it: blanks are dropped, and zeros that a spreadsheet has eaten at its start are put back.
    /// </summary>
    /// <exception cref="RuleBroken">«body.edrpou-form»: not up to eight digits; «body.edrpou-digit»: the check digit is another.</exception>
    public static Edrpou Read(string typed)
    {
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        // The oldest codes begin with three zeros: what is shorter has lost more than them.
        if (digits.Length is < Length - 3 or > Length || !digits.All(char.IsAsciiDigit)) throw new RuleBroken("body.edrpou-form", typed.Trim());
        digits = digits.PadLeft(Length, '0');
        var expected = CheckDigit(digits);
        return digits[^1] - '0' == expected ? new(digits) : throw new RuleBroken("body.edrpou-digit", digits, expected);
    }

    /// <summary>
    /// The digit that the first seven ask for. Codes from 30,000,000 to 60,000,000 have weights of their own; where the sum
    /// leaves ten, the weights grow by two; where it does so again, the digit is zero.
    /// </summary>
    /// <param name="digits">At least seven digits.</param>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var weights = digits[0] is >= '3' and < '6' ? OfMiddle : Usual;
        var rest = Rest(digits, weights, 0);
        if (rest == Modulus - 1) rest = Rest(digits, weights, 2);
        return rest == Modulus - 1 ? 0 : rest;
    }

    static int Rest(ReadOnlySpan<char> digits, int[] weights, int more)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (digits[i] - '0') * (weights[i] + more);
        return sum % Modulus;
    }

    public override string ToString() => Digits;
}
