using System.Security.Cryptography;
using System.Text;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Synthetic;

/// <param name="Obligations">Reports and summaries, exactly so many.</param>
/// <param name="Years">Plans are spread over so many years up to <see cref="Day"/>.</param>
/// <param name="Seed">The same seed gives the same rows.</param>
public sealed record Scale(int Obligations, int Bodies, int Plans, int Years, int Seed)
{
    /// <summary>The day of the synthetic authority: the third quarter's reports are due tomorrow.</summary>
    public static readonly DateOnly Day = new(2025, 9, 16);
}

/// <summary>
/// Makes an authority of any size for tests of scale, by the product's own adoption of plans; the reports of past periods are
/// then written in bulk: most accepted, some late, some waiting for review, some returned, some silent.
/// </summary>
public sealed class GenerateAuthority(Store store)
{
    /// <returns>The authority's number.</returns>
    /// <exception cref="RuleBroken">«authority.code-taken», «scale.too-small»: fewer obligations than the plans' own summaries.</exception>
    public async Task<long> Run(string code, string name, Scale scale, string password, CancellationToken stop = default)
    {
        if (scale.Obligations < scale.Plans * (SyntheticPlan.Quarters + 1)) throw new RuleBroken("scale.too-small", scale.Obligations, scale.Plans);
        var random = new Random(scale.Seed);
        var made = Moment.Of(Scale.Day);
        var authority = await new AddAuthority(store).Run(new Authority { Code = code, Name = name, Day = Scale.Day, IsSample = true, HeadPostDative = "Голові" }, made, stop);
        var by = Actor.Program(authority);
        var (person, _) = await new AddPerson(store).Run(by, new NewPerson($"{code}-koordynator", "координатор (зразок)", Role.Coordinator, null), made, password, stop);

        var bodies = Enumerable.Range(0, scale.Bodies).Select(SyntheticPlan.Body).ToList();
        for (var i = 0; i < scale.Plans; i++)
        {
            var year = Scale.Day.Year - i % scale.Years;
            var rows = scale.Obligations / scale.Plans + (i < scale.Obligations % scale.Plans ? 1 : 0);
            var plan = SyntheticPlan.Of(i + 1, year, rows, bodies, random);
            await store.Write(by, Moment.Of(new(year, 1, 10)), async w => await Report(w, await AdoptPlan.Within(w, plan, null), scale.Seed, person), stop);
        }
        return authority;
    }

    /// <summary>What became of the periods that are over, by the obligation's number: the same for the same seed.</summary>
    static async Task<bool> Report(WriteScope w, long plan, int seed, long person)
    {
        const string luck = "(id * 7919 + @seed) % 100";
        var past = new { plan, day = Scale.Day, seed };
        async Task State(string state, string values, int from, int to) => await w.Do($"""
            UPDATE obligation SET report_state = '{state}'{values} WHERE authority_id = @authority AND plan_id = @plan AND kind = 'Report' AND adjusted < @day AND {luck} >= {from} AND {luck} < {to}
            """, past);
        await State("Accepted", ", submitted_day = adjusted, accepted_day = adjusted, declared_state = 'InProgress', confirmed_state = 'InProgress'", 0, 78);
        await State("Accepted", ", submitted_day = period_to, accepted_day = period_to, declared_state = 'PartlyDone', confirmed_state = 'PartlyDone'", 78, 88);
        await State("Submitted", ", submitted_day = adjusted, declared_state = 'InProgress'", 88, 92);
        await State("Draft", "", 92, 95);

        var content = Json.Write(new ReportContent { Narrative = "Заходи проведено відповідно до плану (зразок).", DeclaredState = ExecutionState.InProgress });
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        await w.Do("""
            INSERT INTO submission (authority_id, id, obligation_id, receipt_year, receipt_number, key, content, content_hash, day, at, person_id)
            SELECT authority_id, id, id, CAST(substr(submitted_day, 1, 4) AS INTEGER), id, 'synthetic-' || id, @content, @hash, submitted_day, submitted_day || 'T07:00:00.000Z', @person
            FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND submitted_day IS NOT NULL
            """, new { plan, content, hash, person });
        await w.Do("""
            INSERT INTO acceptance (authority_id, submission_id, obligation_id, confirmed_state, day, at, person_id)
            SELECT authority_id, id, id, confirmed_state, accepted_day, accepted_day || 'T08:00:00.000Z', @person
            FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND accepted_day IS NOT NULL
            """, new { plan, person });
        await w.Do("""
            INSERT INTO report (authority_id, obligation_id, narrative, declared_state, edited_by, edited_at)
            SELECT authority_id, id, 'Заходи проведено відповідно до плану (зразок).', declared_state, @person, @at
            FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND report_state <> 'Expected' AND kind = 'Report'
            """, new { plan, person, at = w.At.At });
        return true;
    }
}
