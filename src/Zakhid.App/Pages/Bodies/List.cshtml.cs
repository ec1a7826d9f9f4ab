using Zakhid.App.Web;
using Zakhid.Operations.Bodies;

namespace Zakhid.App.Pages.Bodies;

[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class ListModel : WorkPage
{
    public const int PageSize = 50;

    public static readonly IReadOnlyList<(string Key, BodyFilter Filter, string Ukrainian, string English)> Filters =
    [
        ("", BodyFilter.Standing, "усі", "all"), ("groups", BodyFilter.Groups, "групи", "groups"), ("outside", BodyFilter.Outside, "не підпорядковані", "outside"), ("withdrawn", BodyFilter.Withdrawn, "вилучені", "withdrawn"),
    ];

    public List<BodyLine> Bodies { get; private set; } = [];
    public long Count { get; private set; }
    /// Groups that still answer in their own name.
    public long WithoutMembers { get; private set; }
    public string Asked { get; private set; } = "";
    public string Filter { get; private set; } = "";
    public int At { get; private set; }
    public bool MayChange => Me.Is(Role.Coordinator, Role.Administrator);

    public async Task OnGet(string? q, string? show, int page = 1)
    {
        (Asked, Filter, At) = (q?.Trim() ?? "", Filters.Any(f => f.Key == show) ? show! : "", Math.Clamp(page, 1, 10_000));
        var filter = Filters.First(f => f.Key == Filter).Filter;
        await Read(async r =>
        {
            Count = await BodyLine.Count(r, Today, Asked, filter);
            WithoutMembers = (await BodyLine.List(r, Today, null, BodyFilter.Groups)).Count(b => b.Members == 0);
            Bodies = await BodyLine.List(r, Today, Asked, filter, PageSize, (At - 1) * PageSize);
            return true;
        });
    }

    public string Finding() => (Count, Asked.Length > 0) switch
    {
        (0, true) => T("Нічого не знайдено: спробуйте частину слова або код.", "Nothing was found: try a part of a word, or a code."),
        (0, _) when Filter.Length > 0 => T("Таких органів немає.", "There are none."),
        (0, _) => T("Реєстр порожній: він наповниться з першим планом, або вставте таблицю.", "The register is empty: the first plan fills it, or paste a table."),
        _ when Asked.Length == 0 && Filter is "" or "groups" && WithoutMembers > 0 => T($"{Text.Plural.Count(Count, "орган", "органи", "органів")}; {Text.Plural.Count(WithoutMembers, "група ще не має", "групи ще не мають", "груп ще не мають")} членів.", $"{Text.Plural.English((int)Count, "body", "bodies")}; {Text.Plural.English((int)WithoutMembers, "group has", "groups have")} no members yet."),
        _ => T(Text.Plural.Count(Count, "орган", "органи", "органів"), Text.Plural.English((int)Count, "body", "bodies")) + ".",
    };

    public string Link(string filter, int page) => $"/bodies?q={Uri.EscapeDataString(Asked)}&show={filter}&page={page}";
}
