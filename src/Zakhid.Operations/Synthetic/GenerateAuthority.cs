using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Synthetic;

/// <param name="Obligations">Reports and summaries, exactly so many.</param>
/// <param name="Years">Plans are spread over so many years up to <see cref="Day"/>.</param>
/// <param name="Seed">The same seed gives the same rows.</param>
public sealed record Scale(int Obligations, int Bodies, int Plans, int Years, int Seed)
{
    /// <summary>Reports were handed in, accepted, sent back; without it all are still expected.</summary>
    public bool HasPast { get; init; } = true;

    /// <summary>The day of the synthetic authority: the third quarter's reports are due tomorrow.</summary>
    public static readonly DateOnly Day = new(2025, 9, 16);
}

/// <summary>Makes an authority of any size for tests of scale, by the product's own adoption of plans, each with its past.</summary>
/// <param name="store">Where to.</param>
/// <param name="bulk">The same data for a bulk job; null: as people write.</param>
public sealed class GenerateAuthority(Store store, Store? bulk = null)
{
    readonly Store _plans = bulk ?? store;

    /// <param name="password">Of its coordinator, «CODE-koordynator», and of its first body, «CODE-vykonavets»; null: nobody can sign in, and no time goes into hashing.</param>
    /// <returns>The authority's number.</returns>
    /// <exception cref="RuleBroken">«authority.code-taken», «scale.too-small»: fewer obligations than the plans' own summaries.</exception>
    public async Task<long> Run(string code, string name, Scale scale, string? password, CancellationToken stop = default)
    {
        if (scale.Obligations < scale.Plans * (SyntheticPlan.Quarters + 1)) throw new RuleBroken("scale.too-small", scale.Obligations, scale.Plans);
        var random = new Random(scale.Seed);
        var made = Moment.Of(Scale.Day);
        var authority = await new AddAuthority(store).Run(new Authority { Code = code, Name = name, Day = Scale.Day, IsSample = true, HeadPostDative = "Голові" }, made, stop);
        var by = Actor.Program(authority);
        var person = password is null ? by.Person : (await new AddPerson(store).Run(by, new NewPerson($"{code}-koordynator", "координатор (зразок)", Role.Coordinator, null), made, password, stop)).Id;

        var bodies = Enumerable.Range(0, scale.Bodies).Select(SyntheticPlan.Body).ToList();
        var past = new SyntheticPast(random);
        for (var i = 0; i < scale.Plans; i++)
        {
            var year = Scale.Day.Year - i % scale.Years;
            var rows = scale.Obligations / scale.Plans + (i < scale.Obligations % scale.Plans ? 1 : 0);
            var plan = SyntheticPlan.Of(i + 1, year, rows, bodies, random);
            await _plans.Write(by, Moment.Of(new(year, 1, 10)), async w =>
            {
                await AdoptPlan.Within(w, plan, null, scale.HasPast ? past.Of : null);
                await past.Keep(w, person);
            }, stop);
        }
        // The past was made as it is: what its own day would add to it is not owed, and the number asked for stays.
        await store.Write(by, made, w => w.Do("UPDATE authority SET derived_day = @day WHERE id = @authority", new { day = Scale.Day }), stop);
        if (password is null) return authority;
        var first = await store.Read(authority, r => r.One<long>("SELECT id FROM body WHERE authority_id = @authority ORDER BY id LIMIT 1"), stop);
        await new AddPerson(store).Run(by, new NewPerson($"{code}-vykonavets", "виконавець (зразок)", Role.Executor, first), made, password, stop);
        return authority;
    }
}
