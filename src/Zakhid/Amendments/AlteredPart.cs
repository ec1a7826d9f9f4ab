using System.Globalization;

namespace Zakhid.Amendments;

/// <summary>The parts of an act and its plan, from the largest to the smallest.</summary>
public enum AlteredLevel { Annex, Section, Point, SubPoint, Paragraph, Sentence, Column }

/// <summary>What a part belongs to.</summary>
public enum AlteredWhole
{
    /// <summary>The text does not say.</summary>
    Unknown,
    Plan,
    /// <summary>The order itself, not the plan that it approves.</summary>
    Act,
    Title,
    Preamble,
    Passport,
}

/// <summary>
/// Where an amending act changes something: «у графі «Строк виконання» пункту 3 розділу II додатка 1». Numbers are
/// Arabic; a superscript 7¹ is «7-1»; ranges are written out.
/// </summary>
public sealed record AlteredPart
{
    public AlteredWhole Whole { get; init; }
    /// <summary>Empty string: the annex of an act that has only one.</summary>
    public string? Annex { get; init; }
    /// <summary>The number of the section, or its title as quoted.</summary>
    public string? Section { get; init; }
    public IReadOnlyList<string> Points { get; init; } = [];
    public IReadOnlyList<string> SubPoints { get; init; } = [];
    /// <summary>«абзац другий» is 2; the last one −1.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];
    public IReadOnlyList<string> Sentences { get; init; } = [];
    /// <summary>The heading of a column as quoted, or its number.</summary>
    public string? Column { get; init; }

    /// <summary>Nothing smaller than the whole plan or act is named.</summary>
    public bool IsWhole => Annex is null && Section is null && Points.Count + SubPoints.Count + Paragraphs.Count + Sentences.Count == 0 && Column is null && Whole is AlteredWhole.Unknown or AlteredWhole.Plan or AlteredWhole.Act;

    /// <summary>The parts that this one leaves unsaid, as those around the phrase say them.</summary>
    public AlteredPart Within(AlteredPart around)
    {
        var top = Top;
        return this with
        {
            Whole = Whole == AlteredWhole.Unknown ? around.Whole : Whole,
            Annex = Annex ?? (top > AlteredLevel.Annex && Whole is not (AlteredWhole.Title or AlteredWhole.Preamble) ? around.Annex : null),
            Section = Section ?? (top > AlteredLevel.Section ? around.Section : null),
            Points = Points.Count > 0 || top <= AlteredLevel.Point ? Points : around.Points,
            SubPoints = SubPoints.Count > 0 || top <= AlteredLevel.SubPoint ? SubPoints : around.SubPoints,
            Paragraphs = Paragraphs.Count > 0 || top <= AlteredLevel.Paragraph ? Paragraphs : around.Paragraphs,
            Sentences = Sentences.Count > 0 || top <= AlteredLevel.Sentence ? Sentences : around.Sentences,
            Column = Column ?? around.Column,
        };
    }

    /// <summary>The largest part named; null where none is.</summary>
    public AlteredLevel? Highest => Lowest is null ? null : Top;

    /// <summary>The largest part named; <see cref="AlteredLevel.Column"/> where none is.</summary>
    AlteredLevel Top => Annex is not null ? AlteredLevel.Annex : Section is not null ? AlteredLevel.Section : Points.Count > 0 ? AlteredLevel.Point
        : SubPoints.Count > 0 ? AlteredLevel.SubPoint : Paragraphs.Count > 0 ? AlteredLevel.Paragraph : Sentences.Count > 0 ? AlteredLevel.Sentence : AlteredLevel.Column;

    public AlteredPart With(AlteredLevel level, IReadOnlyList<string> numbers) => level switch
    {
        AlteredLevel.Annex => this with { Annex = numbers.Count > 0 ? numbers[0] : "" },
        AlteredLevel.Section => this with { Section = numbers.Count > 0 ? string.Join(", ", numbers) : null },
        AlteredLevel.Point => this with { Points = [.. Points, .. numbers] },
        AlteredLevel.SubPoint => this with { SubPoints = [.. SubPoints, .. numbers] },
        AlteredLevel.Paragraph => this with { Paragraphs = [.. Paragraphs, .. numbers] },
        AlteredLevel.Sentence => this with { Sentences = [.. Sentences, .. numbers] },
        _ => this with { Column = numbers.Count > 0 ? numbers[0] : Column },
    };

    public bool Has(AlteredLevel level) => level switch
    {
        AlteredLevel.Annex => Annex is not null,
        AlteredLevel.Section => Section is not null,
        AlteredLevel.Point => Points.Count > 0,
        AlteredLevel.SubPoint => SubPoints.Count > 0,
        AlteredLevel.Paragraph => Paragraphs.Count > 0,
        AlteredLevel.Sentence => Sentences.Count > 0,
        _ => Column is not null,
    };

    /// <summary>The numbers named at a level; of a level that is named without one, none.</summary>
    public IReadOnlyList<string> Level(AlteredLevel level) => level switch
    {
        AlteredLevel.Annex => Annex is { Length: > 0 } annex ? [annex] : [],
        AlteredLevel.Section => Section is { } section ? [section] : [],
        AlteredLevel.Point => Points,
        AlteredLevel.SubPoint => SubPoints,
        AlteredLevel.Paragraph => Paragraphs,
        AlteredLevel.Sentence => Sentences,
        _ => Column is { } column ? [column] : [],
    };

    /// <summary>The smallest part named; null where none is.</summary>
    public AlteredLevel? Lowest => Column is not null ? AlteredLevel.Column : Sentences.Count > 0 ? AlteredLevel.Sentence : Paragraphs.Count > 0 ? AlteredLevel.Paragraph : SubPoints.Count > 0 ? AlteredLevel.SubPoint
        : Points.Count > 0 ? AlteredLevel.Point : Section is not null ? AlteredLevel.Section : Annex is not null ? AlteredLevel.Annex : null;

    /// <summary>Only the parts larger than the level.</summary>
    public AlteredPart Above(AlteredLevel level) => new()
    {
        Whole = Whole,
        Annex = level > AlteredLevel.Annex ? Annex : null,
        Section = level > AlteredLevel.Section ? Section : null,
        Points = level > AlteredLevel.Point ? Points : [],
        SubPoints = level > AlteredLevel.SubPoint ? SubPoints : [],
        Paragraphs = level > AlteredLevel.Paragraph ? Paragraphs : [],
        Sentences = level > AlteredLevel.Sentence ? Sentences : [],
    };

    /// <summary>«план, розділ 2, пункти 3, 7-1, графа «Строк виконання»».</summary>
    public override string ToString()
    {
        var words = new List<string>();
        void Say(IReadOnlyList<string> numbers, string one, string many) { if (numbers.Count > 0) words.Add($"{(numbers.Count > 1 ? many : one)} {string.Join(", ", numbers.Select(n => n == "-1" ? "останній" : n))}"); }

        if (Whole != AlteredWhole.Unknown) words.Add(Whole switch { AlteredWhole.Plan => "план", AlteredWhole.Act => "акт", AlteredWhole.Title => "назва", AlteredWhole.Preamble => "преамбула", _ => "паспорт" });
        if (Annex is { } annex) words.Add(annex.Length > 0 ? $"додаток {annex}" : "додаток");
        if (Section is { } section) words.Add(section.All(char.IsAsciiDigit) ? $"розділ {section}" : section.Contains(", ", StringComparison.Ordinal) && char.IsAsciiDigit(section[0]) ? $"розділи {section}" : $"розділ «{section}»");
        Say(Points, "пункт", "пункти");
        Say(SubPoints, "підпункт", "підпункти");
        Say(Paragraphs, "абзац", "абзаци");
        Say(Sentences, "речення", "речення");
        if (Column is { } column) words.Add(int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"графа {column}" : $"графа «{column}»");
        return string.Join(", ", words);
    }
}
