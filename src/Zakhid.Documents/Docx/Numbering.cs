namespace Zakhid.Documents.Docx;

/// <summary>
/// Automatic numbers (17.9): the numbering part and the counters that run while the document is read. Lists that share
/// an abstract definition count on together, as in Word; an override starts them anew once.
/// </summary>
sealed class Numbering
{
    const int Levels = 9;

    readonly Dictionary<int, Abstract> _abstracts = [];
    readonly Dictionary<int, Instance> _instances = [];
    readonly Dictionary<string, int> _linked = new(StringComparer.Ordinal);

    sealed class Abstract
    {
        public Level?[] Definitions { get; } = new Level?[Levels];
        public int?[] Counters { get; } = new int?[Levels];
        public string? LinksTo { get; set; }
        /// <summary>Paragraph style → the level that it is numbered at.</summary>
        public Dictionary<string, int> Styles { get; } = new(StringComparer.Ordinal);
    }

    sealed record Level(int Start, string Format, string Text, bool Legal, int? RestartAfter);

    sealed class Instance(int abstractId)
    {
        public int AbstractId { get; } = abstractId;
        public Level?[] Definitions { get; } = new Level?[Levels];
        public int?[] StartAgain { get; } = new int?[Levels];
    }

    public static Numbering Read(PartReader? xml)
    {
        var numbering = new Numbering();
        if (xml is null || !xml.Start()) return numbering;

        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "abstractNum") numbering.ReadAbstract(xml);
            else if (xml.Name == "num") numbering.ReadInstance(xml);
            else xml.Skip();
        }
        xml.Finish();
        return numbering;
    }

    /// <summary>The label of the next paragraph of the list («1.2.», «б)»), or null when the list prints none.</summary>
    public string? Next(int numberingId, int level)
    {
        if (level is < 0 or >= Levels || !_instances.TryGetValue(numberingId, out var instance)) return null;
        if (Definition(instance) is not { } list) return null;
        var here = instance.Definitions[level] ?? list.Definitions[level];
        if (here is null) return null;

        Count(list, instance, level, here);
        return here.Format == "none" && here.Text.Length == 0 ? null : Label(list, instance, here);
    }

    /// <summary>The level at which a paragraph of this style stands when nothing else says it; the first one by default.</summary>
    public int LevelOf(int numberingId, string? style) =>
        style is not null && _instances.TryGetValue(numberingId, out var instance) && Definition(instance) is { } list ? list.Styles.GetValueOrDefault(style) : 0;

    Abstract? Definition(Instance instance)
    {
        var found = _abstracts.GetValueOrDefault(instance.AbstractId);
        return found?.LinksTo is { } style && _linked.TryGetValue(style, out var id) ? _abstracts.GetValueOrDefault(id) ?? found : found;
    }

    static void Count(Abstract list, Instance instance, int level, Level here)
    {
        if (instance.StartAgain[level] is { } start) { list.Counters[level] = start; instance.StartAgain[level] = null; }
        else list.Counters[level] = list.Counters[level] is { } before ? Math.Min(before, int.MaxValue - 1) + 1 : here.Start;

        for (var below = level + 1; below < Levels; below++)
        {
            var restart = (instance.Definitions[below] ?? list.Definitions[below])?.RestartAfter;
            if (restart is null || (restart > 0 && level < restart)) list.Counters[below] = null;
        }
    }

    static string? Label(Abstract list, Instance instance, Level here)
    {
        if (here.Format == "bullet") return Symbols.Bullet(here.Text);
        var label = new System.Text.StringBuilder();
        for (var i = 0; i < here.Text.Length; i++)
        {
            var part = here.Text[i] == '%' && i + 1 < here.Text.Length ? here.Text[i + 1] - '1' : -1;
            if (part is < 0 or >= Levels) { label.Append(here.Text[i]); continue; }
            i++;
            var level = instance.Definitions[part] ?? list.Definitions[part];
            label.Append(NumberFormat.Write(list.Counters[part] ?? level?.Start ?? 1, here.Legal ? "decimal" : level?.Format ?? "decimal"));
        }
        var written = label.ToString().Trim();
        return written.Length == 0 ? null : written;
    }

    void ReadAbstract(PartReader xml)
    {
        var found = new Abstract();
        if (xml.Number("abstractNumId") is { } id) _abstracts.TryAdd(id, found);
        else id = -1;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "lvl") { ReadLevel(xml, found.Definitions, found.Styles); continue; }
            if (xml.Name == "numStyleLink") found.LinksTo = xml.Val();
            else if (xml.Name == "styleLink" && xml.Val() is { } style) _linked.TryAdd(style, id);
            xml.Skip();
        }
    }

    void ReadInstance(PartReader xml)
    {
        var id = xml.Number("numId");
        Instance? found = null;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "abstractNumId" && xml.Number() is { } abstractId) { found = new(abstractId); xml.Skip(); }
            else if (xml.Name == "lvlOverride" && found is not null) ReadOverride(xml, found);
            else xml.Skip();
        }
        if (id is { } number && found is not null) _instances.TryAdd(number, found);
    }

    static void ReadOverride(PartReader xml, Instance instance)
    {
        var level = xml.Number("ilvl") is >= 0 and < Levels and var given ? given : -1;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "lvl") { ReadLevel(xml, instance.Definitions, styles: null); continue; }
            if (xml.Name == "startOverride" && level >= 0) instance.StartAgain[level] = xml.Number();
            xml.Skip();
        }
    }

    static void ReadLevel(PartReader xml, Level?[] into, Dictionary<string, int>? styles)
    {
        var level = xml.Number("ilvl") is >= 0 and < Levels and var given ? given : -1;
        int start = 1, restart = -1;
        var (format, text, legal) = ("decimal", "", false);
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "start": start = xml.Number() ?? 1; break;
                case "numFmt": format = xml.Val() == "custom" ? xml.W("format") ?? "decimal" : xml.Val() ?? "decimal"; break;
                case "AlternateContent": ReadAlternative(xml, ref format); continue;
                case "lvlText": text = xml.Val() ?? ""; break;
                case "pStyle": if (xml.Val() is { } style && level >= 0) styles?.TryAdd(style, level); break;
                case "isLgl": legal = xml.IsOn(); break;
                case "lvlRestart": restart = xml.Number() ?? -1; break;
            }
            xml.Skip();
        }
        if (level >= 0) into[level] ??= new(start, format, text, legal, restart < 0 ? null : restart);
    }

    /// <summary>Formats newer than the standard stand in a choice whose first branch Word takes.</summary>
    static void ReadAlternative(PartReader xml, ref string format)
    {
        var chosen = false;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name != "Choice" || chosen) { xml.Skip(); continue; }
            chosen = true;
            var inner = xml.Enter();
            while (xml.Inside(inner))
            {
                if (xml.Name == "numFmt") format = xml.Val() == "custom" ? xml.W("format") ?? format : xml.Val() ?? format;
                xml.Skip();
            }
        }
    }
}
