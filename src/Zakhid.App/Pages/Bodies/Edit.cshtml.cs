using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Bodies;

namespace Zakhid.App.Pages.Bodies;

[Access(Role.Coordinator, Role.Administrator)]
sealed class EditModel : WorkPage
{
    public long? Id { get; private set; }
    public BodyCard Typed { get; private set; } = new() { Name = "" };
    public string? ParentName { get; private set; }
    public List<string> Known { get; private set; } = [];

    public async Task OnGet(long? id)
    {
        Id = id;
        await Load();
        if (id is not { } number) return;
        var body = await Read(r => BodyLine.One(r, number, Today));
        (ParentName, Typed) = (body.Parent, body.Card);
    }

    public async Task<IActionResult> OnPost(long? id, string? name, string? genitive, string? dative, bool group, bool outside, string? parent, string? edrpou, string? katottg, string? email, string? phone, string? address)
    {
        (Id, ParentName) = (id, parent?.Trim());
        Typed = new() { Name = name ?? "", NameGenitive = genitive, NameDative = dative, IsGroup = group, IsOutside = outside, Edrpou = edrpou, Katottg = katottg, Email = email, Phone = phone, Address = address };
        long kept = 0;
        foreach (var fault in Typed.Faults) Mend.Add((FieldOf(fault), RuleWords.Of(fault, English)));
        if (Mend.Count == 0 && await Try(FieldOf, async () =>
        {
            if (!string.IsNullOrEmpty(ParentName)) Typed = Typed with { Parent = await Read(r => RegisterSearch.One(r, ParentName)) };
            if (id is { } number) await new ChangeBody(Store).Run(Me, Now, kept = number, Typed, Stop);
            else kept = await new AddBody(Store).Run(Me, Now, Typed, Stop);
        })) return To($"/bodies/{kept}");
        await Load();
        return Page();
    }

    async Task Load() => Known = await Read(r => r.All<string>("SELECT name FROM body WHERE authority_id = @authority AND withdrawn_at IS NULL AND identifiable = 1 ORDER BY sort_key LIMIT 3000"));

    static string FieldOf(RuleBroken fault) => FieldOf(fault.Rule);

    static string FieldOf(string rule) => rule switch
    {
        "body.edrpou-form" or "body.edrpou-digit" or "body.edrpou-taken" => "edrpou",
        "body.katottg-form" => "katottg",
        "body.email" => "email",
        "body.phone" => "phone",
        "body.no-such" or "body.parent-circular" or "body.withdrawn" => "parent",
        "body.has-members" => "group",
        _ => "name",
    };
}
