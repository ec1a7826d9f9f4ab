using System.Security.Cryptography;
using System.Text;
using Zakhid.Documents.Cascade;
using Zakhid.Reporting;

namespace Zakhid.Documents.Tests.Cascade;

/// <summary>Packages that the tests make, and what a reader says to any bytes.</summary>
static class Packages
{
    public static readonly byte[] Proof = Encoding.UTF8.GetBytes("%PDF-1.4 зразок");
    public static readonly string ProofHash = Convert.ToHexStringLower(SHA256.HashData(Proof));

    static readonly Act Sumy = new() { Issuer = "Сумська обласна державна адміністрація", Kind = "розпорядження", Number = "325-ОД", Date = new(2020, 7, 21) };

    public static ExchangePackage Task(string title = "План заходів", string measure = "Проведення брифінгів") => new()
    {
        Kind = PackageKind.Task,
        Number = "2020-0001",
        Edition = 1,
        Day = new(2020, 7, 22),
        Issuer = new("Сумська обласна державна адміністрація"),
        Addressee = new("Глухівська міська рада"),
        Act = Sumy with { Title = title, Reporting = [new() { Who = "Міськвиконкоми", Day = 20, Periodicity = PeriodLength.Quarter, MonthRule = MonthRule.LastMonthOfPeriod }] },
        Title = title,
        Measures = [new() { Number = "1", Text = measure, TermText = "Протягом року", Executors = [new("Міськвиконкоми", true)] }],
        Above = [new() { Issuer = "Кабінет Міністрів України", Kind = "розпорядження", Number = "776-р", Date = new(2020, 6, 25) }],
    };

    public static ExchangePackage Answer(string text = "Проведено дві зустрічі.") => Task() with
    {
        Kind = PackageKind.Answer,
        Issuer = new("Глухівська міська рада"),
        Addressee = new("Сумська обласна державна адміністрація"),
        Act = new() { Issuer = "Глухівська міська рада", Kind = "розпорядження", Number = "149-ОД", Date = new(2020, 8, 3) },
        Links = [new(1, Sumy, 1, "Брифінги")],
        Report = new("2020-Q3", 1, new(2020, 9, 18), new string('a', 64), new string('b', 64), "7F3A 91C2", [new(1, text, ExecutionState.InProgress, [new("зустрічей", "зустріч", 2m)], [])]),
        Evidence = [new(1, "фото.pdf", Proof.Length, ProofHash, "application/pdf")],
        Files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [ProofHash] = Proof },
    };

    public static byte[] Bytes(ExchangePackage package) => PackageFile.Write(package).Bytes;

    /// <summary>The key of the sentence; empty where the package is taken.</summary>
    public static string Said(byte[] file)
    {
        try { PackageFile.Read(file); return ""; }
        catch (RuleBroken rule) { return rule.Rule; }
    }
}
