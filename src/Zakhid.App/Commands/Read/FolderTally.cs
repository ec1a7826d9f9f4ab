using System.Diagnostics;
using System.Globalization;
using System.Text;
using Zakhid.Text;

namespace Zakhid.App.Commands.Read;

/// What a run over a folder has come to so far: told while it runs and when it ends.
sealed class FolderTally(int files)
{
    static readonly string[] _columns = ["file", "code", "reason"];

    readonly Lock _lock = new();
    readonly long _started = Stopwatch.GetTimestamp();
    readonly List<Outcome> _refused = [];
    int _new, _earlier, _without;
    long _measures, _questions;

    public int Refused { get { lock (_lock) return _refused.Count; } }
    public bool IsWhole { get { lock (_lock) return _new + _earlier == files; } }

    public void Add(Outcome outcome, bool isNew)
    {
        lock (_lock)
        {
            if (isNew) _new++; else _earlier++;
            if (outcome.Reason is not null) { _refused.Add(outcome); return; }
            if (outcome.Measures == 0) _without++;
            _measures += outcome.Measures;
            _questions += outcome.Questions;
        }
    }

    /// «312 із 1 000 · 81 за секунду · лишилося 8 с · відмов 3»
    public string Progress()
    {
        lock (_lock)
        {
            var (done, seconds) = (_new + _earlier, Stopwatch.GetElapsedTime(_started).TotalSeconds);
            var rate = _new / Math.Max(seconds, 0.001);
            var line = new StringBuilder(CommandLine.Say($"{Plural.OutOf(done, files, "файлу", "файлів")}", $"{Plural.Digits(done)} of {Plural.English(files, "file", "files")}"));
            if (_new > 0 && seconds > 1)
            {
                line.Append(CommandLine.Say($" · {rate:0} за секунду", $" · {rate:0} a second"));
                line.Append(CommandLine.Say($" · лишилося {Left((files - done) / rate)}", $" · {Left((files - done) / rate)} left"));
            }
            if (_refused.Count > 0) line.Append(CommandLine.Say($" · відмов {_refused.Count}", $" · {_refused.Count} refused"));
            return line.ToString();
        }
    }

    public string Summary(string refusals)
    {
        lock (_lock)
        {
            var (done, seconds) = (_new + _earlier, Stopwatch.GetElapsedTime(_started).TotalSeconds);
            var text = new StringBuilder();
            if (done < files) text.AppendLine(CommandLine.Say($"Зупинено: прочитано {Plural.OutOf(done, files, "файлу", "файлів")}. Повторіть ту саму команду, щоб продовжити.", $"Stopped at {Plural.Digits(done)} of {Plural.English(files, "file", "files")}. Repeat the command to go on."));
            text.AppendLine(CommandLine.Say($"Прочитано {Plural.Count(_new, "файл", "файли", "файлів")} за {Took(seconds)}; уже прочитаних раніше: {Plural.Digits(_earlier)}.", $"Read {Plural.English(_new, "file", "files")} in {Took(seconds)}; read earlier: {Plural.Digits(_earlier)}."));
            text.AppendLine(CommandLine.Say($"Заходів: {Plural.Digits(_measures)}; запитань: {Plural.Digits(_questions)}; файлів без плану: {Plural.Digits(_without)}.", $"Measures: {Plural.Digits(_measures)}; questions: {Plural.Digits(_questions)}; files without a plan: {Plural.Digits(_without)}."));
            if (_refused.Count > 0) text.AppendLine(CommandLine.Say($"Відмов: {Plural.Digits(_refused.Count)}. Причини записано у {refusals}", $"Refused: {Plural.Digits(_refused.Count)}. The reasons are in {refusals}"));
            return text.ToString();
        }
    }

    /// Every refusal of the folder, those of earlier runs too.
    public byte[] Refusals()
    {
        lock (_lock) return Csv.Of(_columns, _refused.OrderBy(r => r.File, StringComparer.Ordinal).Select(r => (IEnumerable<object?>)[r.File, r.Code, r.Reason]));
    }

    static string Took(double seconds) => seconds < 60
        ? string.Create(CultureInfo.CurrentUICulture, $"{seconds:0.0} {CommandLine.Say("с", "s")}") : Left(seconds);

    static string Left(double seconds) => seconds < 60
        ? $"{Math.Ceiling(seconds):0} {CommandLine.Say("с", "s")}" : $"{Math.Ceiling(seconds / 60):0} {CommandLine.Say("хв", "min")}";
}
