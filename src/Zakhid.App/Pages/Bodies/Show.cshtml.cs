using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Bodies;
using Zakhid.Operations.Bodies;
using Zakhid.Text;

namespace Zakhid.App.Pages.Bodies;

[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class ShowModel : WorkPage
{
    public BodyLine Body { get; private set; } = null!;
    public string? MergedName { get; private set; }
    public List<MemberLine> Members { get; private set; } = [];
    /// What the members of a group owe for it, and how much of it is late.
    public (long Owed, long Overdue) OfMembers { get; private set; }
    public List<MemberLine> Groups { get; private set; } = [];
    public List<(long Id, string Name)> Units { get; private set; } = [];
    public List<PostSheet> Posts { get; private set; } = [];
    public List<string> Names { get; private set; } = [];
    public List<BodyLoad> Load { get; private set; } = [];
    public List<(long Id, string Called)> People { get; private set; } = [];
    public bool MayChange => Me.Is(Role.Coordinator, Role.Administrator) && Body.WithdrawnAt is null;

    /// What the form of members had when a rule was broken.
    public string? TypedNames { get; private set; }
    public DateOnly? TypedFrom { get; private set; }

    public Task OnGet(long id) => Fill(id);

    public Task<IActionResult> OnPostMembers(long id, string? names, DateOnly? from, DateOnly? to, bool added)
    {
        (TypedNames, TypedFrom) = (names, from);
        return Do(id, "names", () => new Members(Store).AddNamed(Me, Now, id, (names ?? "").Split('\n'), from ?? Today, to, added, Stop));
    }

    public Task<IActionResult> OnPostEnd(long id, long body, DateOnly from, DateOnly? to) => Do(id, "members", () => new Members(Store).End(Me, Now, id, body, from, to, Stop));

    public Task<IActionResult> OnPostMistake(long id, long body, DateOnly from) => Do(id, "members", () => new Members(Store).Withdraw(Me, Now, id, body, from, Stop));

    public Task<IActionResult> OnPostPost(long id, string? title) => Do(id, "title", () => new Posts(Store).Add(Me, Now, id, title, Stop));

    public Task<IActionResult> OnPostAppoint(long id, long post, string? holder, DateOnly? from, DateOnly? to, Holding holding, string? ground, long? person) =>
        Do(id, "holder", () => new Posts(Store).Appoint(Me, Now, post, holder, from ?? Today, to, holding, ground, person, Stop));

    public Task<IActionResult> OnPostRelease(long id, long holder, DateOnly? to) => Do(id, "posts", () => new Posts(Store).Release(Me, Now, holder, to ?? Today, Stop));

    public async Task<IActionResult> OnPostMerge(long id, string? into, string? why)
    {
        long heir = 0;
        if (await Try(rule => rule == "body.ground" ? "why" : "into", async () =>
        {
            heir = await Read(r => RegisterSearch.One(r, into ?? ""));
            await new MergeBodies(Store).Run(Me, Now, id, heir, why, Stop);
        })) return To($"/bodies/{heir}");
        await Fill(id);
        return Page();
    }

    public Task<IActionResult> OnPostWithdraw(long id, string? ground) => Do(id, "ground", () => new WithdrawBody(Store).Run(Me, Now, id, ground, Stop));

    public Task<IActionResult> OnPostRestore(long id) => Do(id, "restore", () => new WithdrawBody(Store).Restore(Me, Now, id, Stop));

    async Task<IActionResult> Do(long id, string field, Func<Task> deed)
    {
        if (await Try(field, deed)) return To($"/bodies/{id}");
        await Fill(id);
        return Page();
    }

    Task<bool> Fill(long id) => Read(async r =>
    {
        Body = await BodyLine.One(r, id, Today);
        if (Body.MergedInto is { } heir) MergedName = await r.Find<string>("SELECT name FROM body WHERE authority_id = @authority AND id = @heir", new { heir });
        Members = await MemberLine.Of(r, id);
        if (Members.Count > 0) OfMembers = await r.One<(long, long)>("""
            SELECT COUNT(*), COUNT(CASE WHEN o.due_day < @Today THEN 1 END) FROM assignment g JOIN assignment s ON s.authority_id = g.authority_id AND s.member_of = g.id
            JOIN obligation o ON o.authority_id = s.authority_id AND o.assignment_id = s.id
            WHERE g.authority_id = @authority AND g.body_id = @id AND o.standing IN ('Expected', 'Draft', 'Returned')
            """, new { id, Today });
        Groups = await MemberLine.GroupsOf(r, id);
        Units = await r.All<(long, string)>("SELECT id, name FROM body WHERE authority_id = @authority AND parent_id = @id AND withdrawn_at IS NULL ORDER BY sort_key, id", new { id });
        Posts = await PostSheet.Of(r, id);
        Names = [.. (await r.All<string>("SELECT printed FROM body_alias WHERE authority_id = @authority AND body_id = @id ORDER BY printed", new { id })).Where(n => n != Body.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
        Load = await BodyLoad.OfBody(r, id, Today);
        People = await r.All<(long, string)>("SELECT id, COALESCE(name, post) FROM person WHERE authority_id = @authority AND body_id = @id AND blocked_at IS NULL ORDER BY 2", new { id });
        return true;
    });

    /// What the body is, in a sentence.
    public string What()
    {
        var said = new List<string>();
        if (Body.IsGroup) said.Add(Body.Members == 0 ? T("Група; її членів не внесено, за неї звітує координатор", "A group; its members are not entered, the coordinator answers for it") : T($"Група: {Plural.Count(Body.Members, "член", "члени", "членів")} сьогодні", $"A group of {Body.Members} today"));
        if (Body.IsOutside) said.Add(T("не підпорядкований: просимо «за згодою»", "outside: asked, by consent"));
        if (Body.IsCoordinator) said.Add(T("узагальнює звіти", "consolidates the reports"));
        if (said.Count == 0) return "";
        var sentence = string.Join("; ", said);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    public string Owes() => Members.Count > 0 && Body.Owed == 0
        ? OfMembers.Owed == 0 ? T("За групу звітують її члени: усе подано.", "The members report for the group: all is handed in.")
        : T($"За групу звітують її члени: не подано {Plural.Count(OfMembers.Owed, "звіт", "звіти", "звітів")}{(OfMembers.Overdue > 0 ? $", із них прострочено {OfMembers.Overdue}" : "")}.", $"The members report for the group: {Plural.English((int)OfMembers.Owed, "report", "reports")} not handed in, {OfMembers.Overdue} overdue.")
        : Body.Owed == 0 ? T("Усе подано.", "All is handed in.")
        : T($"Не подано {Plural.Count(Body.Owed, "звіт", "звіти", "звітів")}{(Body.Overdue > 0 ? $", із них прострочено {Body.Overdue}" : ", прострочених немає")}.", $"{Plural.English((int)Body.Owed, "report", "reports")} not handed in, {Body.Overdue} overdue.");

    public string Days(DateOnly from, DateOnly? to) => to is { } last ? T($"з {UkrainianDate.Short(from)} до {UkrainianDate.Short(last)}", $"{UkrainianDate.Short(from)} to {UkrainianDate.Short(last)}") : T($"з {UkrainianDate.Short(from)}", $"since {UkrainianDate.Short(from)}");

    public string HoldingWord(Holding holding) => holding switch { Holding.Acting => T("в.о.", "acting"), Holding.TemporarilyActing => T("т.в.о.", "temporarily acting"), _ => "" };
}
