using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Authorities;

/// <summary>An authority of this installation: its names for pages and papers, its policy, its day.</summary>
public sealed record Authority
{
    public long Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? NameGenitive { get; init; }
    public string? NameDative { get; init; }
    public string? ShortName { get; init; }
    /// <summary>Code of the state register, eight digits.</summary>
    public string? Edrpou { get; init; }
    public string? Place { get; init; }
    public string? Oblast { get; init; }
    public string? HeadPost { get; init; }
    public string? HeadPostDative { get; init; }
    public string? CoordinatorPost { get; init; }
    /// <summary>Its own day in a demonstration; null: the real one.</summary>
    public DateOnly? Day { get; init; }
    public string DayOffPolicy { get; init; } = "Preceding";
    public bool TransfersApply { get; init; } = true;
    public bool IsSample { get; init; }
}

/// <summary>The authorities of an installation; they are no secret from one another, what is theirs is.</summary>
public sealed class AllAuthorities(Store store)
{
    internal const string Columns = "id, code, name, name_genitive, name_dative, short_name, edrpou, place, oblast, head_post, head_post_dative, coordinator_post, day, day_off_policy, transfers_apply, is_sample";

    public Task<List<Authority>> List(CancellationToken stop = default) => store.Read(Store.Installation, r => r.All<Authority>($"SELECT {Columns} FROM authority ORDER BY id"), stop);

    public Task<Authority?> ByCode(string code, CancellationToken stop = default) =>
        store.Read(Store.Installation, r => r.Find<Authority>($"SELECT {Columns} FROM authority WHERE code = @code", new { code }), stop);

    /// <summary>Inside another operation: the authority of the scope.</summary>
    public static Task<Authority> Of(Scope scope) => scope.One<Authority>($"SELECT {Columns} FROM authority WHERE id = @authority");
}

/// <summary>A new authority; done by the program at first start, or by the administrator of the installation.</summary>
public sealed class AddAuthority(Store store)
{
    /// <returns>Its number.</returns>
    /// <exception cref="RuleBroken">authority.code-taken, body.edrpou-form, body.edrpou-digit.</exception>
    public async Task<long> Run(Authority authority, Moment at, CancellationToken stop = default)
    {
        var id = await store.Write(Actor.Program(Store.Installation), at, async w =>
        {
            if (await w.Find<long?>("SELECT id FROM authority WHERE code = @Code", new { authority.Code }) is not null) throw new RuleBroken("authority.code-taken", authority.Code);
            var id = await w.Next("authority");
            await w.Do($"""
                INSERT INTO authority ({AllAuthorities.Columns}, created_at)
                VALUES (@id, @Code, @Name, @NameGenitive, @NameDative, @ShortName, @Edrpou, @Place, @Oblast, @HeadPost, @HeadPostDative, @CoordinatorPost, @Day, @DayOffPolicy, @TransfersApply, @IsSample, @now)
                """, new
            {
                id,
                authority.Code,
                authority.Name,
                authority.NameGenitive,
                authority.NameDative,
                authority.ShortName,
                Edrpou = authority.Edrpou is { Length: > 0 } code ? Zakhid.Bodies.Edrpou.Read(code).Digits : null,
                authority.Place,
                authority.Oblast,
                authority.HeadPost,
                authority.HeadPostDative,
                authority.CoordinatorPost,
                authority.Day,
                authority.DayOffPolicy,
                authority.TransfersApply,
                authority.IsSample,
                now = at.Machine,
            });
            return id;
        }, stop);
        await store.Write(Actor.Program(id), at, w => w.Log("authority.added", $"authority/{id}", new { authority.Code, authority.Name }), stop);
        return id;
    }
}
