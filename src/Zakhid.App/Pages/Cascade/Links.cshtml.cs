using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Cascade;

namespace Zakhid.App.Pages.Cascade;

/// Measures of a plan beside those of a higher one: what is linked, and what is only proposed.
[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class LinksModel : WorkPage
{
    public const int PageSize = 25;
    public PlanRow Plan { get; private set; } = null!;
    public IReadOnlyList<StoredHigherAct> Acts { get; private set; } = [];
    public StoredHigherAct? Act { get; private set; }
    public IReadOnlyList<LinkedMeasure> Measures { get; private set; } = [];
    public List<HigherMeasure> Free { get; private set; } = [];
    public int At { get; private set; }
    public int Linked => Measures.Count(m => m.Above.Count > 0);
    public IEnumerable<LinkedMeasure> Shown => Measures.Skip((At - 1) * PageSize).Take(PageSize);

    public string Path(int page) => string.Create(CultureInfo.InvariantCulture, $"/plans/{Plan.Id}/cascade/links?act={Act?.Id}&page={page}");

    public Task OnGet(long id, long? act, int page = 1) => Load(id, act, page);

    public async Task<IActionResult> OnPost(long id, long act, string[] pair, int page = 1)
    {
        var pairs = pair.Select(PairOf).OfType<(long, int)>().ToList();
        // What is typed is a place in the plan as it is now.
        var places = (await Read(r => HigherMeasure.Of(r, act))).ToDictionary(h => h.Place!.Value, h => h.Position);
        foreach (var (name, typed) in Request.Form)
            if (name.StartsWith("other-", StringComparison.Ordinal) && long.TryParse(name.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var measure) && int.TryParse(typed.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var place)) pairs.Add((measure, places.GetValueOrDefault(place)));
        if (await Try("links", () => new LinkMeasures(Store).Run(Me, Now, id, act, pairs, Stop))) return To($"/plans/{id}/cascade/links?act={act}&page={page}");
        await Load(id, act, page);
        return Page();
    }

    public async Task<IActionResult> OnPostUndo(long id, long act, string undo, int page = 1)
    {
        if (PairOf(undo) is var (measure, position) && await Try("links", () => new LinkMeasures(Store).Undo(Me, Now, id, act, measure, position, Stop))) return To($"/plans/{id}/cascade/links?act={act}&page={page}");
        await Load(id, act, page);
        return Page();
    }

    static (long Measure, int Position)? PairOf(string text) => text.Split(':') is [var measure, var position]
        && long.TryParse(measure, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? (m, p) : null;

    async Task Load(long id, long? act, int page) => await Read(async r =>
    {
        Plan = await PlanRow.Find(r, id);
        Acts = [.. (await StoredHigherAct.Above(r, id)).Where(a => a.Measures > 0)];
        Act = Acts.FirstOrDefault(a => a.Id == act) ?? (Acts.Count > 0 ? Acts[0] : null);
        if (Act is null) return false;
        Measures = await LinkedMeasure.Of(r, id, Act.Id);
        var taken = Measures.SelectMany(m => m.Above).Select(h => h.Position).ToHashSet();
        Free = (await HigherMeasure.Of(r, Act.Id)).FindAll(h => !taken.Contains(h.Position));
        At = Math.Clamp(page, 1, Math.Max(1, (Measures.Count + PageSize - 1) / PageSize));
        return true;
    });
}
