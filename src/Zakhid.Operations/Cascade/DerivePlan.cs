using Zakhid.Documents;
using Zakhid.Documents.Templates;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Cascade;

/// <summary>
/// Makes a draft of one's own plan out of chosen measures of a higher one. Their texts, terms and criteria are kept; who carries
/// them out here is left to be filled in. The draft goes the way of every import: a person reviews it, the act gets its
/// requisites, and only then it runs, each of its measures linked to the one that it came from.
/// </summary>
public sealed class DerivePlan(Store store)
{
    static readonly string[] Headings = ["№ з/п", "Найменування заходу", "Строк виконання", "Відповідальні за виконання", "Критерії ефективності"];

    /// <param name="positions">Of the higher measures, from one.</param>
    /// <returns>The number of the import.</returns>
    /// <exception cref="RuleBroken">«cascade.no-measures», «cascade.unknown-measure», «cascade.unknown-act», «cascade.not-for-you»; «import.same-file» with the number of the earlier import.</exception>
    public async Task<long> Run(Actor by, Moment at, long higher, IReadOnlyCollection<int> positions, CancellationToken stop = default)
    {
        KeepHigherAct.MustBeCoordinator(by);
        if (positions.Count == 0) throw new RuleBroken("cascade.no-measures");
        var (act, issuer, chosen) = await store.Read(by.Authority, async r =>
        {
            var act = await StoredHigherAct.Find(r, higher);
            var measures = (await HigherMeasure.Of(r, higher)).ToDictionary(m => m.Position);
            return (act, (await AllAuthorities.Of(r)).Name, positions.Distinct().Order().Select(p => measures.GetValueOrDefault(p) ?? throw new RuleBroken("cascade.unknown-measure")).ToList());
        }, stop);

        using var sheet = new MemoryStream();
        PlanSheetXlsx.Write(new SheetCard(Issuer: issuer, Title: TitleOf(act)), TableOf(chosen), sheet);
        sheet.Position = 0;
        var import = await new DropFile(store).Run(by, at, $"Проєкт плану на виконання № {act.Number.Replace('/', '-')}.xlsx", sheet, stop);
        await store.Write(by, at, async w =>
        {
            var read = (await ImportSheet.Find(w, import)).Read.Measures;
            var left = chosen.ToList();
            for (var key = 0; key < read.Count; key++)
            {
                if (left.FindIndex(m => Folding.Collapse(m.Text) == Folding.Collapse(read[key].Text)) is not (>= 0 and var from)) continue;
                await w.Do("INSERT INTO import_above (authority_id, import_id, measure_key, higher_id, position) VALUES (@authority, @import, @key, @higher, @Position)", new { import, key, higher, left[from].Position });
                left.RemoveAt(from);
            }
            await w.Log("cascade.derived", $"import/{import}", new { higher, measures = chosen.Count });
        }, stop);
        return import;
    }

    /// <summary>Once the draft runs, the act it was made from stands above it and its measures are linked; what the review removed is not.</summary>
    internal static async Task Link(WriteScope w, ImportSheet sheet, long plan)
    {
        var from = await w.All<(int Key, long Higher, int Position)>("SELECT measure_key, higher_id, position FROM import_above WHERE authority_id = @authority AND import_id = @Id ORDER BY measure_key", new { sheet.Id });
        if (from.Count == 0) return;
        var ids = (await w.All<(int Position, long Id)>("SELECT position, id FROM measure WHERE authority_id = @authority AND plan_id = @plan", new { plan })).ToDictionary(m => m.Position, m => m.Id);
        foreach (var act in from.GroupBy(f => f.Higher))
        {
            await PlaceAbove.Plan(w, plan, act.Key);
            var pairs = act.Select(f => (At: sheet.FindMeasure(f.Key)?.Position, f.Position)).Where(f => f.At is not null).Select(f => (ids[f.At!.Value + 1], f.Position)).ToList();
            await LinkMeasures.Within(w, plan, act.Key, pairs);
        }
    }

    /// <summary>«Про план заходів на виконання розпорядження від 21.07.2020 № 325-ОД на 2020 рік»: the years are those of the higher plan.</summary>
    static string TitleOf(StoredHigherAct act)
    {
        var years = act.Title is { } title && PlanPeriod.Of(title, act.Date) is { From: { } from, To: { } to } ? from.Year == to.Year ? $" на {to.Year} рік" : $" на період до {to.Year} року" : "";
        return $"Про план заходів на виконання {ActWords.Cited(act.Act)}{years}";
    }

    static Table TableOf(IReadOnlyList<HigherMeasure> measures)
    {
        var nowhere = new Place();
        var rows = new List<Row> { Line(Headings, isHeader: true) };
        string? section = null;
        for (var i = 0; i < measures.Count; i++)
        {
            var m = measures[i];
            if (m.Section is not null && m.Section != section) rows.Add(new(nowhere, [new(nowhere, 0, Headings.Length, 1, [new(nowhere, m.Section)])]));
            section = m.Section;
            rows.Add(Line([(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), m.Text, m.TermText ?? "", "", m.Criteria ?? ""]));
        }
        return new(nowhere, Headings.Length, rows);

        Row Line(IReadOnlyList<string> cells, bool isHeader = false) => new(nowhere, [.. cells.Select((text, i) => new Cell(nowhere, i, 1, 1, [new(nowhere, text)]))], isHeader);
    }
}
