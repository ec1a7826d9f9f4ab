using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Pages;

[Access(Role.Administrator, Role.Coordinator, Role.Controller)]
sealed class PeopleModel : WorkPage
{
    public List<PersonRow> People { get; private set; } = [];
    public List<(long Id, string Name)> Bodies { get; private set; } = [];
    public NewPerson Typed { get; private set; } = new("", "", Role.Executor);
    public GivenPassword? Given { get; private set; }
    public bool MayChange => Me.Is(Role.Administrator);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string? login, string? post, Role role, long? body)
    {
        Typed = new(login?.Trim() ?? "", post?.Trim() ?? "", role, role is Role.Executor or Role.Coordinator ? body : null);
        if (await Try(FieldOf, async () => Given = new(Typed.Login, (await new AddPerson(Store).Run(Me, Typed, Now, stop: Stop)).Password))) Typed = new("", "", Role.Executor);
        await Load();
        return Page();
    }

    async Task Load()
    {
        People = await new AllPeople(Store).All(Me, Stop);
        Bodies = await Read(RoleFields.Bodies);
    }

    public string Finding()
    {
        var (all, waiting) = (People.Count(p => p.BlockedAt is null), People.Count(p => p.BlockedAt is null && p.LastSeenAt is null));
        var count = T(Plural.Count(all, "особа має доступ", "особи мають доступ", "осіб мають доступ"), Plural.English(all, "person has access", "people have access"));
        return waiting == 0 ? count : count + T($"; ще не входили: {waiting}", $"; not signed in yet: {waiting}");
    }

    static string FieldOf(string rule) => rule switch { "person.post-missing" => "post", "person.body-missing" => "body", _ => "login" };
}
