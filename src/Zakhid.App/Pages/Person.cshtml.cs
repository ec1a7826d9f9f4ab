using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[Access(Role.Administrator)]
sealed class PersonModel : WorkPage
{
    public PersonRow Person { get; private set; } = null!;
    public List<(long Id, string Name)> Bodies { get; private set; } = [];
    public Role Role { get; private set; }
    public long? Body { get; private set; }
    public Held Holds { get; private set; } = null!;
    /// Who may take it over.
    public List<PersonRow> Others { get; private set; } = [];
    public string? Email { get; private set; }
    public GivenPassword? Given { get; private set; }

    public Task OnGet(long id) => Load(id);

    public async Task<IActionResult> OnPostRole(long id, Role role, long? body)
    {
        body = role is Role.Executor or Role.Coordinator ? body : null;
        if (await Try(rule => rule == "person.body-missing" ? "body" : "role", () => new ChangeRole(Store).Run(Me, id, role, body, Now, Stop))) return To($"/people/{id}");
        await Load(id);
        (Role, Body) = (role, body);
        return Page();
    }

    public async Task<IActionResult> OnPostEmail(long id, string? email)
    {
        if (await Try("email", () => new SetEmail(Store).Run(Me, id, email, Now, Stop))) return To($"/people/{id}");
        await Load(id);
        Email = email;
        return Page();
    }

    public async Task<IActionResult> OnPostPassword(long id)
    {
        await Load(id);
        await Try("password", async () => Given = new(Person.Login, await new ResetPassword(Store).Run(Me, id, Now, Stop)));
        return Page();
    }

    public async Task<IActionResult> OnPostHandOver(long id, long? to, string? ground)
    {
        if (await Try(rule => rule == "hand-over.ground" ? "ground" : "to", () => new HandOver(Store).Run(Me, Now, id, to ?? throw new RuleBroken("hand-over.whom"), ground, Stop))) return To($"/people/{to}");
        await Load(id);
        return Page();
    }

    public Task<IActionResult> OnPostBlock(long id) => Do(id, () => new BlockPerson(Store).Run(Me, id, Now, Stop));

    public Task<IActionResult> OnPostUnblock(long id) => Do(id, () => new UnblockPerson(Store).Run(Me, id, Now, Stop));

    async Task<IActionResult> Do(long id, Func<Task> deed)
    {
        if (await Try("role", deed)) return To($"/people/{id}");
        await Load(id);
        return Page();
    }

    async Task Load(long id)
    {
        var all = await new AllPeople(Store).All(Me, Stop);
        Person = all.Find(p => p.Id == id) ?? throw new RuleBroken("person.unknown");
        Others = all.FindAll(p => p.Id != id && p.BlockedAt is null && HandOver.MayTake(p.BodyId, p.Role, Person.BodyId, Person.Role));
        Holds = await new HandOver(Store).What(Me, Now, id, Stop);
        (Role, Body, Email) = (Person.Role, Person.BodyId, Person.Email);
        Bodies = await Read(RoleFields.Bodies);
    }
}
