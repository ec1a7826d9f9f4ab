using Zakhid.Bodies;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Bodies;

/// <summary>A post of a body, and who has held it.</summary>
public sealed record PostSheet(long Id, long BodyId, string Title, IReadOnlyList<HolderLine> Holders)
{
    public static async Task<List<PostSheet>> Of(Scope scope, long body)
    {
        var holders = (await scope.All<HolderLine>("""
            SELECT h.id, h.post_id, h.person_id, h.name, h.holding, h.from_day, h.to_day, h.ground FROM post_holder h JOIN post p ON p.authority_id = h.authority_id AND p.id = h.post_id
            WHERE h.authority_id = @authority AND p.body_id = @body AND h.withdrawn_at IS NULL ORDER BY h.from_day DESC, h.id DESC
            """, new { body })).ToLookup(h => h.PostId);
        return (await scope.All<(long Id, string Title)>("SELECT id, title FROM post WHERE authority_id = @authority AND body_id = @body AND withdrawn_at IS NULL ORDER BY id", new { body }))
            .ConvertAll(p => new PostSheet(p.Id, body, p.Title, [.. holders[p.Id]]));
    }

    /// <summary>Who signs on a day.</summary>
    public PostHolder? On(DateOnly day) => PostHolders.On(Holders.Select(h => h.AsHolder), day);
}

public sealed record HolderLine(long Id, long PostId, long? PersonId, string Name, Holding Holding, DateOnly FromDay, DateOnly? ToDay, string? Ground)
{
    public PostHolder AsHolder => new(PostId, Name, new(FromDay, ToDay), Holding, Ground);
}

/// <summary>Posts of a body with those who hold them, day by day; two never hold one post on one day, who acts for the holder apart.</summary>
public sealed class Posts(Store store)
{
    /// <exception cref="RuleBroken">«body.not-for-you», «body.unknown», «body.withdrawn», «post.title».</exception>
    public Task<long> Add(Actor by, Moment at, long body, string? title, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Registrar.Check(by);
        await Registrar.Standing(w, body);
        var said = Folding.Collapse(title ?? "");
        if (said.Length is 0 or > BodyCard.LongestLine) throw new RuleBroken("post.title");
        var id = await w.Next("post");
        await w.DoMany("post", [new { Id = id, BodyId = body, Title = said }]);
        await w.Log("post.added", $"body/{body}", new { post = id, title = said });
        return id;
    }, stop);

    /// <exception cref="RuleBroken">«body.not-for-you», «post.unknown», «post.holder», «post.order», «post.overlap», «post.overlap-open».</exception>
    public Task<long> Appoint(Actor by, Moment at, long post, string? name, DateOnly from, DateOnly? to, Holding holding, string? ground = null, long? person = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Registrar.Check(by);
        var body = await w.Find<long?>("SELECT body_id FROM post WHERE authority_id = @authority AND id = @post AND withdrawn_at IS NULL", new { post }) ?? throw new RuleBroken("post.unknown");
        var said = Folding.Collapse(name ?? "");
        if (said.Length is 0 or > BodyCard.LongestLine) throw new RuleBroken("post.holder");
        var added = new PostHolder(post, said, new(from, to), holding, string.IsNullOrWhiteSpace(ground) ? null : ground.Trim());
        PostHolders.Check((await PostSheet.Of(w, body)).SelectMany(p => p.Holders).Select(h => h.AsHolder), added);
        var id = await w.Next("post_holder");
        await w.DoMany("post_holder", [new { Id = id, PostId = post, PersonId = person, added.Name, Holding = holding, FromDay = from, ToDay = to, added.Ground }]);
        await w.Log("post.appointed", $"body/{body}", new { post, added.Name, holding, from, to, added.Ground });
        return id;
    }, stop);

    /// <summary>His last day in the post.</summary>
    /// <exception cref="RuleBroken">«body.not-for-you», «post.unknown», «post.order».</exception>
    public Task Release(Actor by, Moment at, long holder, DateOnly to, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Registrar.Check(by);
        var (body, from) = await w.Find<(long?, DateOnly?)>("""
            SELECT p.body_id, h.from_day FROM post_holder h JOIN post p ON p.authority_id = h.authority_id AND p.id = h.post_id WHERE h.authority_id = @authority AND h.id = @holder AND h.withdrawn_at IS NULL
            """, new { holder });
        if (from is not { } first) throw new RuleBroken("post.unknown");
        if (to < first) throw new RuleBroken("post.order", first, to);
        await w.Do("UPDATE post_holder SET to_day = @to WHERE authority_id = @authority AND id = @holder AND (to_day IS NULL OR to_day > @to)", new { holder, to });
        await w.Log("post.released", $"body/{body}", new { holder, to });
    }, stop);
}
