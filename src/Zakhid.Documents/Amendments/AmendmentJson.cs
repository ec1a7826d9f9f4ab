using System.Text.Json;
using Zakhid.Amendments;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Amendments;

/// <summary>
/// What an act changes, as the key <c>amendments</c> of a reading: the act, its plan and the operations in their order. A
/// new wording that is a point of a plan is named by the pointers of its measures.
/// </summary>
static class AmendmentJson
{
    public static void Write(Utf8JsonWriter json, PlanReading reading)
    {
        json.WriteStartArray("amendments");
        foreach (var amendment in reading.Amendments)
        {
            json.WriteStartObject();
            WriteAct(json, amendment.Act);
            json.WriteString("plan", amendment.Plan);
            json.WriteStartArray("operations");
            foreach (var alteration in amendment.Alterations) Write(json, alteration, reading);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteAct(Utf8JsonWriter json, ActReference? act)
    {
        if (act is null) { json.WriteNull("act"); return; }
        json.WriteStartObject("act");
        json.WriteString("kind", act.Kind);
        json.WriteString("number", act.Number);
        json.WriteString("date", ReadingJson.Iso(act.Date));
        json.WriteString("title", act.Title);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Alteration a, PlanReading reading)
    {
        json.WriteStartObject();
        json.WriteString("kind", ReadingJson.Code(a.Kind.ToString()));
        WritePart(json, a.Part);
        json.WriteString("old_words", a.OldWords);
        json.WriteString("new_words", a.NewWords);
        if (a.Anchor is { } anchor) json.WriteString(a.BeforeAnchor ? "before_words" : "after_words", anchor);
        if (a.EveryCase) json.WriteBoolean("every_case", true);
        if (a.NewLevel is { } level) json.WriteString("new_part", ReadingJson.Code(level.ToString()));
        if (a.NewNumbers.Count > 0) ReadingJson.WriteStrings(json, "new_numbers", a.NewNumbers);
        if (a.After is { } after) json.WriteString("after_point", after);
        if (a.IsAttached) json.WriteBoolean("attached", true);
        ReadingJson.WriteStrings(json, "measures", Pointers(a, reading));
        json.WriteString("clause", a.ClauseNumber);
        json.WriteString("text", a.Text);
        if (a.Place is { } place) ReadingJson.WritePlace(json, "place", place); else json.WriteNull("place");
        json.WriteBoolean("sure", a.IsSure);
        json.WriteEndObject();
    }

    static void WritePart(Utf8JsonWriter json, AlteredPart part)
    {
        json.WriteStartObject("part");
        json.WriteString("text", part.ToString());
        json.WriteString("whole", part.Whole == AlteredWhole.Unknown ? null : ReadingJson.Code(part.Whole.ToString()));
        json.WriteString("annex", part.Annex);
        json.WriteString("section", part.Section);
        ReadingJson.WriteStrings(json, "points", part.Points);
        ReadingJson.WriteStrings(json, "sub_points", part.SubPoints);
        ReadingJson.WriteStrings(json, "paragraphs", part.Paragraphs);
        ReadingJson.WriteStrings(json, "sentences", part.Sentences);
        json.WriteString("column", part.Column);
        json.WriteEndObject();
    }

    static IEnumerable<string> Pointers(Alteration a, PlanReading reading)
    {
        for (var i = 0; i < reading.Measures.Count; i++)
            if (a.Measures.Any(m => ReferenceEquals(m, reading.Measures[i]))) yield return $"/measures/{i}";
    }
}
