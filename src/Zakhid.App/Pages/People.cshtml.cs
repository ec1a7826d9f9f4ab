using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[Access(Role.Administrator, Role.Coordinator, Role.Controller)]
sealed class PeopleModel : WorkPage
{
    public List<Operations.People.PersonRow> People { get; private set; } = [];
    public List<(long Id, string Name)> Bodies { get; private set; } = [];
    public string? Given { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string? login, string? post, Role role, long? body)
    {
        await Try("login", async () => (_, Given) = await new AddPerson(Store).Run(Me, new NewPerson(login ?? "", post ?? "", role, role == Role.Executor ? body : null), Now, stop: Stop));
        await Load();
        return Page();
    }

    async Task Load()
    {
        People = await new AllPeople(Store).All(Me, Stop);
        Bodies = await Read(r => r.All<(long, string)>("SELECT id, name FROM body WHERE authority_id = @authority ORDER BY sort_key, id"));
    }

    public static (string Ukrainian, string English) Words(Role role) => role switch
    {
        Role.Coordinator => ("координатор", "coordinator"),
        Role.Controller => ("контролер", "controller"),
        Role.Head => ("керівник", "head"),
        Role.Administrator => ("адміністратор", "administrator"),
        _ => ("виконавець", "executor"),
    };
}
