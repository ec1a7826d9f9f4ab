using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Control;

namespace Zakhid.App.Pages.Plans;

[Access(Role.Coordinator)]
sealed class DivideModel : WorkPage
{
    const string Letters = "абвгдежиклмнп";

    public DividedMeasure Measure { get; private set; } = null!;
    public IReadOnlyList<MeasurePart> Parts { get; private set; } = [];
    public List<(long Id, string Printed)> Executors { get; private set; } = [];
    public List<NewPart> Typed { get; private set; } = [];

    public string Letter(int part) => Letters[part].ToString();
    public string Dot(string letter) => $"{Measure.Shown.TrimEnd('.')}.{letter}";

    public async Task OnGet(long id, int position)
    {
        await Load(id, position);
        var everybody = Executors.ConvertAll(one => one.Id);
        Typed = [new("", null, everybody), new("", null, everybody)];
    }

    public async Task<IActionResult> OnPost(long id, int position, int count, string? deed)
    {
        await Load(id, position);
        var form = Request.Form;
        for (var i = 0; i < Math.Clamp(count, 2, DivideMeasure.MostParts); i++)
            Typed.Add(new(form[$"text-{i}"].ToString().Trim(), form[$"criteria-{i}"].ToString().Trim(),
                [.. form[$"executor-{i}"].Select(value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : 0)]));
        if (deed == "more")
        {
            if (Typed.Count < DivideMeasure.MostParts) Typed.Add(new("", null, Executors.ConvertAll(one => one.Id)));
            return Page();
        }
        return await Try("text-0", () => new DivideMeasure(Store).Run(Me, Now, Measure.Id, Typed, Stop)) ? To($"/plans/{id}/measures/{position}") : Page();
    }

    public async Task<IActionResult> OnPostUndo(long id, int position)
    {
        await Load(id, position);
        return await Try("divide", () => new DivideMeasure(Store).Undo(Me, Now, Measure.Id, Stop)) ? To($"/plans/{id}/measures/{position}") : Page();
    }

    Task<bool> Load(long id, int position) => Read(async r =>
    {
        Measure = await r.Find<DividedMeasure>("SELECT id, plan_id, position, number, text FROM measure WHERE authority_id = @authority AND plan_id = @id AND position = @position", new { id, position }) ?? throw new RuleBroken("measure.unknown");
        Parts = await DivideMeasure.Parts(r, Measure.Id);
        Executors = await r.All<(long, string)>("SELECT id, printed FROM assignment WHERE authority_id = @authority AND measure_id = @Id AND owes = 1 AND part_id IS NULL AND member_of IS NULL ORDER BY position", new { Measure.Id });
        return true;
    });
}

sealed record DividedMeasure(long Id, long PlanId, int Position, string? Number, string Text)
{
    public string Shown => Number ?? Position.ToString(CultureInfo.InvariantCulture);
}
