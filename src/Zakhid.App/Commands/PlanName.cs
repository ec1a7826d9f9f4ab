using Zakhid.Operations.Authorities;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// A plan as the shell names it: «hlukhiv-1», or the number of its act where no other plan has it.
sealed record PlanName(Authority Authority, long Id, string Title, string? ActKind, string? ActNumber, DateOnly? ActDate, DateOnly? ControlDay, DateOnly? From, DateOnly? To, long Measures)
{
    public string Short => $"{Authority.Code}-{Id}";
    public string State => ControlDay is null ? "draft" : "controlled";

    public static async Task<List<PlanName>> All(Store store, CancellationToken stop)
    {
        var all = new List<PlanName>();
        foreach (var authority in await new AllAuthorities(store).List(stop))
        {
            var rows = await store.Read(authority.Id, r => r.All<Row>("""
                SELECT p.id, p.title, a.kind, a.number, a.date, p.control_day, p.from_day, p.to_day,
                    (SELECT COUNT(*) FROM measure m WHERE m.authority_id = p.authority_id AND m.plan_id = p.id AND m.excluded_day IS NULL) AS measures
                FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority ORDER BY p.id
                """), stop);
            all.AddRange(rows.Select(p => new PlanName(authority, p.Id, p.Title, p.Kind, p.Number, p.Date, p.ControlDay, p.FromDay, p.ToDay, p.Measures)));
        }
        return all;
    }

    /// <exception cref="RuleBroken">plan.unknown-name, plan.several with those that it may mean.</exception>
    public static async Task<PlanName> Find(Store store, string name, CancellationToken stop)
    {
        var all = await All(store, stop);
        if (all.Find(p => p.Short == name) is { } exact) return exact;
        var key = Folding.Key(name.TrimStart('№', ' '));
        var meant = all.FindAll(p => p.ActNumber is not null && Folding.Key(p.ActNumber) == key);
        // A bare number is a plan where the installation has one authority; elsewhere an act's number comes first.
        if (meant.Count == 0 && long.TryParse(name, out var id) && all.Select(p => p.Authority.Id).Distinct().Count() == 1) meant = all.FindAll(p => p.Id == id);
        return meant switch
        {
            [var one] => one,
            [] => throw new RuleBroken("plan.unknown-name", name, all.Count == 0 ? "—" : string.Join(", ", all.Select(p => p.Short))),
            _ => throw new RuleBroken("plan.several", name, string.Join(", ", meant.Select(p => p.Short))),
        };
    }

    sealed record Row(long Id, string Title, string? Kind, string? Number, DateOnly? Date, DateOnly? ControlDay, DateOnly? FromDay, DateOnly? ToDay, long Measures);
}
