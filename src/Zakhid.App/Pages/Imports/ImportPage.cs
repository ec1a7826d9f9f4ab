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

    /// The file itself, read once more; null: its bytes are not on this disk.
    protected async Task<Document?> Source()
    {
        try
        {
            await using var bytes = Store.Files.Open(Sheet.Sha256);
            return DocumentFile.Open(bytes, Sheet.FileName);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
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
