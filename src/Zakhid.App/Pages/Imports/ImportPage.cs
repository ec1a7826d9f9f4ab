using Zakhid.App.Web;
using Zakhid.Documents;
using Zakhid.Executors;
using Zakhid.Operations.Reading;
using Zakhid.Text;

namespace Zakhid.App.Pages.Imports;

/// What every page of an import shares: the reading, its file, and how places and fields are called.
abstract class ImportPage : WorkPage
{
    /// Rows for executors that are not there yet.
    public const int SpareExecutors = 2;

    public ImportSheet Sheet { get; private set; } = null!;
    public string Here => $"/imports/{Sheet.Id}";

    protected async Task LoadSheet(long id) => Sheet = await Read(r => ImportSheet.Find(r, id));

    /// The document beside its reading: pages where the file has them, else its text.
    /// <param name="links">From places to fields of this page.</param>
    /// <param name="places">Of an excerpt: what has to be seen; null: the whole document.</param>
    /// <param name="asText">Text also where there are pages.</param>
    /// <param name="around">Paragraphs and rows on either side of a place.</param>
    protected async Task<SourcePane> PaneOf(IReadOnlyList<(Place Place, PlaceLink Link)> links, IReadOnlyCollection<Place>? places = null, bool asText = false, int around = 1)
    {
        var pane = new SourcePane(Refusal.Shown(Sheet.FileName), Here, null, IsExcerpt: places is not null);
        Document source;
        try
        {
            source = await SourceDocuments.Of(Store, Sheet.Sha256, Sheet.FileName);
        }
        catch (IOException)
        {
            return pane;
        }
        catch (FileRefused refused)
        {
            return pane with { Refused = refused.Message };
        }
        var only = places?.Select(p => p.Page).OfType<int>().ToHashSet();
        if (source.Pages.Count > 0 && !asText && only is not { Count: 0 })
        {
            var read = Sheet.Read.Places.Values.Concat(Sheet.Reading.Remarks.Select(r => r.Place).OfType<Place>()).Concat(Sheet.Reading.Act.Clauses.Select(c => c.Place).OfType<Place>());
            var spots = links.Select(l => (l.Place, (PlaceLink?)l.Link)).Concat(read.Select(p => (p, (PlaceLink?)null)));
            return pane with { HasPages = true, AsPages = true, Html = PagePictures.Html(source.Pages, spots, number => $"{Here}?handler=Page&number={number}", number => T($"Сторінка {number}", $"Page {number}"), only) };
        }
        var byId = links.Select(l => (Id: DocumentHtml.Id(l.Place), l.Link)).Where(l => l.Id is not null).DistinctBy(l => l.Id).ToDictionary(l => l.Id!, l => l.Link, StringComparer.Ordinal);
        return pane with { HasPages = source.Pages.Count > 0, Html = DocumentHtml.Of(places is null ? source : DocumentExcerpt.Of(source, places, around), byId) };
    }

    public string Name(string field) => FieldNames.Of(field, English);

    public string? Where(Place? place) => PlaceWords.Of(place, English);

    /// «Захід 1.8», or its place in the order where no number is printed.
    public string Called(ReadMeasure measure) => measure.Measure.Number is { } number ? T($"Захід {number}", $"Measure {number}")
        : measure.Position is { } position ? T($"Захід без номера, {position + 1}-й за порядком", $"Measure without a number, {position + 1} in order") : T("Захід без номера", "Measure without a number");

    public string Called(string pointer)
    {
        var name = Name(FieldNames.FieldOf(pointer));
        return pointer.Split('/') is ["", "measures", var key, ..] && int.TryParse(key, out var n) && Sheet.FindMeasure(n) is { } measure ? $"{Called(measure)}: {char.ToLowerInvariant(name[0])}{name[1..]}" : name;
    }

    /// A value as people read it: a day in words.
    public string? Shown(string pointer, string? value) => pointer == "/act/date" && DateOnly.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var day) ? UkrainianDate.Full(day) : value;

    public IReadOnlyList<Executor> Executors(ReadMeasure measure) => MeasureExecutors.Of(measure.Measure, Sheet.Reading.Act.Issuer);

    protected bool IsSent(string field) => Request.Form.ContainsKey(field == "executors" ? "executor-0" : field);

    /// A field as the form sends it; executors come as rows.
    protected string? Sent(string field)
    {
        if (field != "executors") return Request.Form[field].ToString();
        var lines = new List<string>();
        for (var i = 0; Request.Form.ContainsKey($"executor-{i}"); i++)
        {
            var name = Request.Form[$"executor-{i}"].ToString().ReplaceLineEndings(" ").Trim();
            var role = Enum.TryParse<ExecutorRole>(Request.Form[$"role-{i}"], out var chosen) ? chosen : ExecutorRole.Responsible;
            if (name.Length > 0) lines.Add(ExecutorLines.Write(name, role, Request.Form[$"consent-{i}"] == "on"));
        }
        return string.Join('\n', lines);
    }

    public FieldInput Input(string pointer, string? value) => new(FieldNames.FieldOf(pointer), pointer, value, Sheet, this);
}

/// A field of a form: what stands in it now, and what was printed.
sealed record FieldInput(string Field, string Pointer, string? Value, ImportSheet Sheet, ImportPage Page)
{
    public string? Error => Page.Mend.FirstOrDefault(m => m.Field == Field).Sentence;
}
