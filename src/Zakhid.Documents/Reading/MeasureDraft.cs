using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>A measure while its row or paragraphs are being read; each field is gathered from one or more stretches.</summary>
sealed class MeasureDraft
{
    readonly Dictionary<string, List<string>> _parts = new(StringComparer.Ordinal);

    public string? Number { get; set; }
    public string? Section { get; set; }
    public Dictionary<string, Place> Places { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Doubts { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> Indicators { get; } = new(StringComparer.Ordinal);
    public List<FundingItem> FundingItems { get; } = [];
    /// <summary>Read from paragraphs, where no cell says what ends where.</summary>
    public bool FromText { get; init; }
    /// <summary>Joined from a row that a page tore.</summary>
    public bool Torn { get; set; }
    /// <summary>A field was taken over from a merged cell or the row above.</summary>
    public Place? Place => Places.GetValueOrDefault("text") ?? Places.Values.FirstOrDefault();

    public bool Has(string field) => _parts.ContainsKey(field);

    public void Add(string field, string lines, Place place)
    {
        if (string.IsNullOrWhiteSpace(lines)) return;
        if (!_parts.TryGetValue(field, out var parts)) _parts[field] = parts = [];
        if (parts.Contains(lines)) return;
        parts.Add(lines);
        Places.TryAdd(field, place);
    }

    public void Replace(string field, string lines) => _parts[field] = [lines];

    /// <summary>A cell torn in mid-phrase goes on where it was broken.</summary>
    public void Continue(string field, string lines, Place place)
    {
        if (!_parts.TryGetValue(field, out var parts)) { Add(field, lines, place); return; }
        parts[^1] = Glue(parts[^1], lines);
        Torn = true;
    }

    /// <summary>«інформа-» + «ційної» is one word; anything else is parted by a blank.</summary>
    static string Glue(string before, string after) => Printed.MendLines(before.TrimEnd() is [.., '-' or '‐' or '\u2011'] cut && after.Length > 0 && char.IsLower(after[0]) ? cut + "\n" + after : before + " " + after);

    public string? Lines(string field) => _parts.TryGetValue(field, out var parts) ? string.Join('\n', parts) : null;

    public string? Text(string field, string joint = " ") =>
        _parts.TryGetValue(field, out var parts) ? Folding.Collapse(string.Join(joint, parts).Replace('\n', ' ')) : null;

    /// <summary>Sources one after another: «Державний бюджет; місцевий бюджет».</summary>
    public string? Funding()
    {
        if (!_parts.TryGetValue("funding", out var parts)) return null;
        var sources = new List<string>();
        foreach (var (line, own) in parts.Where(p => parts.Count == 1 || !Shapes.IsTotal(p)).SelectMany(p => p.Split('\n').Select((line, i) => (line, own: i == 0))))
        {
            if (sources.Count > 0 && !own && !StartsSource(line)) sources[^1] += " " + line;
            else if (!sources.Exists(s => string.Equals(s.TrimEnd(';', ',', '.'), line.TrimEnd(';', ',', '.'), StringComparison.OrdinalIgnoreCase))) sources.Add(line);
        }
        return Folding.Collapse(string.Join(" ", sources.Select((s, i) => i + 1 < sources.Count ? s.TrimEnd(';', ',', ' ') + ";" : s)));
    }

    static bool StartsSource(string line) => line.Length > 0 && (char.IsUpper(line[0]) || char.IsAsciiDigit(line[0])) && Headings.StartsAny(Folding.Fold(line),
        "бюджет", "кошт", "держав", "місцев", "обласн", "міськ", "районн", "інш", "субвенц", "грант", "фонд", "власн", "позабюдж", "не ", "селищн", "сільськ", "міжнар", "спонсор", "благод", "в меж", "у меж", "дота", "кредит");

    /// <summary>«25,0 (кошти роботодавців)»: a sum with its source in brackets.</summary>
    public static (decimal Sum, string Source)? SumAndSource(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || !text.TrimEnd().EndsWith(')') || !char.IsAsciiDigit(text[0]) || Sum(text[..open]) is not { } sum) return null;
        var source = text[(open + 1)..].TrimEnd().TrimEnd(')').Trim();
        return StartsSource(source.Length > 0 ? char.ToUpperInvariant(source[0]) + source[1..] : source) ? (sum, source) : null;
    }

    /// <summary>Sums of one row: «1 250,5» is 1250.5; what is no sum is no item.</summary>
    public static decimal? Sum(string text)
    {
        var digits = new string([.. text.Where(c => char.IsAsciiDigit(c) || c is ',' or '.' or '-')]).Replace(',', '.').Trim('.', '-');
        if (digits.Length == 0 || text.Count(char.IsLetter) > 12) return null;
        return decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var sum) ? sum : null;
    }
}

/// <summary>What has been read of a plan so far, and what holds for the measures to come.</summary>
sealed class PlanDraft
{
    public List<string> Sections { get; } = [];
    public List<(string Title, Place Place)> SectionPlaces { get; } = [];
    public List<MeasureDraft> Measures { get; } = [];
    public List<Remark> Remarks { get; } = [];
    /// <summary>Columns of the last table, for its continuation without a heading.</summary>
    public IReadOnlyList<Column>? Columns { get; set; }
    public string? Section { get; set; }
    public string? Goal { get; set; }
    public Place? GoalPlace { get; set; }
    /// <summary>The goal holds the points «1)», «2)» below it; the next «2.» is none of them.</summary>
    public bool GoalHoldsPoints { get; private set; }
    /// <summary>The file's format cannot say that cells are merged (plain text).</summary>
    public bool BlankMeansMerged { get; init; }
    /// <summary>A note says that a star behind a name means «за згодою».</summary>
    public bool StarMeansConsent { get; set; }
    /// <summary>A heading typed into the first cell of a row runs over the empty ones behind it (text and sheets).</summary>
    public bool HeadingsRunOver { get; init; }

    public void OpenSection(string title, Place place)
    {
        Section = title;
        Goal = null;
        if (Sections.Count > 0 && string.Equals(Folding.Key(Sections[^1]), Folding.Key(title), StringComparison.Ordinal)) return;
        Sections.Add(title);
        SectionPlaces.Add((title, place));
    }

    /// <summary>Takes back the sections opened since there were so many.</summary>
    public void CloseSections(int count)
    {
        if (Sections.Count <= count) return;
        Sections.RemoveRange(count, Sections.Count - count);
        SectionPlaces.RemoveRange(count, SectionPlaces.Count - count);
        Section = count > 0 ? Sections[^1] : null;
        Goal = null;
    }

    /// <summary>A heading over measures: a task under a goal («Завдання 1.1. …») is the goal of its measures, any other a section.</summary>
    public void OpenHeading(string title, Place place)
    {
        GoalHoldsPoints = false;
        if (Aim(title) is { } aim) (Goal, GoalPlace) = (aim, place);
        // «1. Організація заходів із:» over «1) оповіщення …» is the task of its points.
        else if (Section is not null && title.EndsWith(':') && Shapes.NumberStart(title) is { Number: var number } && !number.Contains('.', StringComparison.Ordinal)) (Goal, GoalPlace, GoalHoldsPoints) = (title, place, true);
        else if (IsTask(title) && Section is not null) (Goal, GoalPlace) = (title, place);
        else OpenSection(title, place);
    }

    /// <summary>«Мета: залучити мешканців»: a row that says what its measures are for.</summary>
    static string? Aim(string title)
    {
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        return colon is > 3 and < 30 && colon + 2 < title.Length && Headings.StartsAny(Folding.Fold(title), "мета", "ціль", "завдання", "комунікаційна ціль", "комунікаційна мета") && !title.AsSpan(0, colon).ContainsAnyInRange('0', '9') ? title[(colon + 1)..].Trim() : null;
    }

    bool IsTask(string title)
    {
        var tokens = Token.Cut(title);
        if (tokens.Count == 0) return false;
        if (Headings.StartsAny(tokens[0].Text, "завдан") && Section is { } open && !Headings.StartsAny(Folding.Fold(open), "завдан")) return true;
        var aim = Headings.StartsAny(tokens[0].Text, "операційн", "оперативн", "тактичн", "ціль") || Shapes.NumberStart(title) is { Number: var n } && n.Contains('.', StringComparison.Ordinal);
        // «1.1. …» under «1. …» over «1.1.1. …».
        if (Section is { } over && Shapes.NumberStart(over) is { } outer && Shapes.NumberStart(title) is { } inner && inner.Number.StartsWith(outer.Number + ".", StringComparison.Ordinal)) return true;
        return aim && Section is { } above && Headings.StartsAny(Folding.Fold(above), "стратегічн", "ціль", "пріоритет") && !SameKind(tokens[0].Text, above);
    }

    static bool SameKind(string word, string above) => Folding.Fold(above).StartsWith(word[..Math.Min(5, word.Length)], StringComparison.Ordinal);
}
