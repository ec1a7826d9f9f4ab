using Zakhid.Operations.Storage;

namespace Zakhid.Operations.People;

/// <summary>What a person holds: the queue of his body, posts, what he has begun.</summary>
/// <param name="Owed">Reports of his body that are not handed in.</param>
/// <param name="Drafts">Reports that he is writing.</param>
/// <param name="Posts">Posts that he holds now.</param>
public sealed record Held(long? BodyId, string? Body, Role Role, long Owed, long Drafts, IReadOnlyList<string> Posts);

/// <summary>
/// Someone leaves, or goes on leave: all that he holds becomes another's from the authority's day on: the body that he reports for with
/// its queue and drafts, his role in it, the posts that he holds. What he has done stays his. He himself keeps his sign-in, without a body:
/// who is not to come back is blocked.
/// </summary>
public sealed class HandOver(Store store)
{
    public Task<Held> What(Actor by, Moment at, long person, CancellationToken stop = default) => store.Read(by.Authority, async r =>
    {
        var found = await r.Find<Row>("SELECT p.role, p.body_id, b.name AS body FROM person p LEFT JOIN body b ON b.authority_id = p.authority_id AND b.id = p.body_id WHERE p.authority_id = @authority AND p.id = @person", new { person }) ?? throw new RuleBroken("person.unknown");
        return new Held(found.BodyId, found.Body, found.Role,
            found.BodyId is { } body ? await r.One<long>("SELECT COALESCE(SUM(n), 0) FROM tally WHERE authority_id = @authority AND plan_id = 0 AND body_id = @body AND period_code > '' AND kind = 'Report' AND standing IN ('Expected', 'Draft', 'Returned', 'Apart')", new { body }) : 0,
            await r.One<long>("SELECT COUNT(*) FROM report d JOIN obligation o ON o.authority_id = d.authority_id AND o.id = d.obligation_id WHERE d.authority_id = @authority AND d.edited_by = @person AND o.standing IN ('Draft', 'Returned')", new { person }),
            await r.All<string>("""
                SELECT p.title FROM post_holder h JOIN post p ON p.authority_id = h.authority_id AND p.id = h.post_id
                WHERE h.authority_id = @authority AND h.person_id = @person AND h.withdrawn_at IS NULL AND h.from_day <= @Day AND (h.to_day IS NULL OR h.to_day >= @Day) ORDER BY p.id
                """, new { person, at.Day }));
    }, stop);

    /// <summary>Whether somebody can take over from a person: nobody reports for two bodies, and with a body goes its role.</summary>
    public static bool MayTake(long? body, Role role, long? givenBody, Role givenRole) => givenBody is null || body == givenBody || (body is null && (role == givenRole || role == Role.Executor));

    /// <exception cref="RuleBroken">«person.not-for-you», «person.unknown», «hand-over.same», «hand-over.nothing», «hand-over.blocked», «hand-over.other-body», «hand-over.other-role», «hand-over.ground», «person.last-administrator».</exception>
    public Task Run(Actor by, Moment at, long from, long to, string? ground, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Administration.Check(by);
        if (from == to) throw new RuleBroken("hand-over.same");
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("hand-over.ground");
        var (giver, taker) = (await Find(w, from), await Find(w, to));
        if (taker.BlockedAt is not null) throw new RuleBroken("hand-over.blocked", taker.Called);
        var posts = await w.All<PostRow>("""
            SELECT id, post_id, holding, from_day, to_day FROM post_holder WHERE authority_id = @authority AND person_id = @from AND withdrawn_at IS NULL AND from_day <= @Day AND (to_day IS NULL OR to_day >= @Day)
            """, new { from, at.Day });
        if (giver.BodyId is null && posts.Count == 0) throw new RuleBroken("hand-over.nothing", giver.Called);
        if (giver.BodyId is { } body)
        {
            // One person reports for one body.
            if (taker.BodyId is { } own && own != body) throw new RuleBroken("hand-over.other-body", taker.Called);
            if (taker.BodyId is null && taker.Role != giver.Role && taker.Role != Role.Executor) throw new RuleBroken("hand-over.other-role", taker.Called);
            await w.Do("UPDATE person SET body_id = @body, role = @Role WHERE authority_id = @authority AND id = @to", new { to, body, Role = taker.BodyId is null ? giver.Role : taker.Role });
            await w.Do("UPDATE person SET body_id = NULL WHERE authority_id = @authority AND id = @from", new { from });
        }
        foreach (var post in posts)
        {
            await w.Do("UPDATE post_holder SET to_day = @last, withdrawn_at = CASE WHEN from_day > @last THEN @now ELSE withdrawn_at END WHERE authority_id = @authority AND id = @Id", new { post.Id, last = at.Day.AddDays(-1), now = at.At });
            await w.DoMany("post_holder", [new { Id = await w.Next("post_holder"), post.PostId, PersonId = to, Name = taker.Called, post.Holding, FromDay = at.Day, post.ToDay, Ground = ground.Trim() }]);
        }
        await Sessions.EndAll(w, from);
        await w.DoMany("hand_over", [new { Id = await w.Next("hand_over"), FromPersonId = from, ToPersonId = to, Ground = ground.Trim(), at.Day, at.At, PersonId = by.Person }]);
        await w.Log("person.handed-over", $"person/{from}", new { to, giver.BodyId, posts = posts.Count, ground = ground.Trim() });
    }, stop);

    /// <summary>Who holds by now what a person held: the last to whom it was handed over; himself, where nobody took it.</summary>
    public static async Task<long> Successor(Scope scope, long person)
    {
        var seen = new HashSet<long>();
        while (seen.Add(person) && await scope.Find<long?>("SELECT to_person_id FROM hand_over WHERE authority_id = @authority AND from_person_id = @person ORDER BY id DESC LIMIT 1", new { person }) is { } next) person = next;
        return person;
    }

    static async Task<PersonHolding> Find(Scope scope, long id) =>
        await scope.Find<PersonHolding>("SELECT id, COALESCE(name, post) AS called, role, body_id, blocked_at FROM person WHERE authority_id = @authority AND id = @id", new { id }) ?? throw new RuleBroken("person.unknown");

    sealed record Row(Role Role, long? BodyId, string? Body);
    sealed record PersonHolding(long Id, string Called, Role Role, long? BodyId, DateTimeOffset? BlockedAt);
    sealed record PostRow(long Id, long PostId, string Holding, DateOnly FromDay, DateOnly? ToDay);
}
