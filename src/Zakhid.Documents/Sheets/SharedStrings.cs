using System.Text;

namespace Zakhid.Documents.Sheets;

/// <summary>Texts that cells name by their number (18.4.9): runs joined, phonetic hints left out.</summary>
static class SharedStrings
{
    public static IReadOnlyList<string> Read(PartReader? xml, string file, Limits limits)
    {
        var strings = new List<string>();
        if (xml is null || !xml.Start()) return strings;
        var characters = 0L;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (!xml.IsElement || xml.Name != "si") { xml.Skip(); continue; }
            var text = Item(xml);
            if (strings.Count >= limits.Cells) throw Refusal.TooMany(file, "клітинок у таблицях", limits.Cells);
            if ((characters += text.Length) > limits.Characters) throw Refusal.TooMany(file, "знаків", limits.Characters);
            strings.Add(text);
        }
        xml.Finish();
        return strings;
    }

    /// <summary>Called on «si» or «is»: a text, or runs of one.</summary>
    public static string Item(PartReader xml)
    {
        StringBuilder? runs = null;
        string? only = null;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Name == "t") Add(xml.Content());
            else if (xml.IsElement && xml.Name == "r")
            {
                var run = xml.Enter();
                while (xml.Inside(run))
                {
                    if (xml.IsElement && xml.Name == "t") Add(xml.Content());
                    else xml.Skip();
                }
            }
            else xml.Skip();
        }
        return CellText.Clean(runs?.ToString() ?? only ?? "");

        void Add(string text)
        {
            if (only is null) only = text;
            else (runs ??= new StringBuilder(only)).Append(text);
        }
    }
}
