namespace Zakhid.App.Commands.Doctor;

enum Health { Good, Worth, Bad }

/// What a check found: good; worth knowing, works without it; bad, has to be mended.
sealed record Finding(string Check, Health Health, string Ukrainian, string English)
{
    public string Sentence => CommandLine.Say(Ukrainian, English);
    public string Line => $"{Health switch { Health.Good => "✓", Health.Worth => "!", _ => "✗" }} {Sentence}";

    public static Finding Good(string check, string ukrainian, string english) => new(check, Health.Good, ukrainian, english);
    public static Finding Worth(string check, string ukrainian, string english) => new(check, Health.Worth, ukrainian, english);
    public static Finding Bad(string check, string ukrainian, string english) => new(check, Health.Bad, ukrainian, english);
}
