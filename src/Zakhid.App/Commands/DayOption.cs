using System.CommandLine;
using System.Globalization;

namespace Zakhid.App.Commands;

/// A day on the command line: 2020-12-31 or 31.12.2020.
static class DayOption
{
    /// How the sentence about a day that was not understood begins.
    public static string Beginning => CommandLine.Say("Напишіть ", "Write ");

    public static Option<DateOnly?> Create(string name, string ukrainian, string english)
    {
        var option = new Option<DateOnly?>(name) { Description = CommandLine.Say(ukrainian, english), HelpName = "D" };
        option.CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError(Beginning + CommandLine.Say($"{name} як 2020-12-31: «{result.Tokens[0].Value}» не є датою.", $"{name} as 2020-12-31: «{result.Tokens[0].Value}» is not a date."));
            return null;
        };
        return option;
    }
}
