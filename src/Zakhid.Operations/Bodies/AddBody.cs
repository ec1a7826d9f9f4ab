using Zakhid.Executors;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Bodies;

/// <summary>Adds a body to the register by hand, or from a table. Plans that name it find it.</summary>
public sealed class AddBody(Store store)
{
    /// <exception cref="RuleBroken">«body.not-for-you», «body.exists», «body.edrpou-taken», «body.unknown» (its parent), and those of <see cref="BodyCard.Checked"/>.</exception>
    public Task<long> Run(Actor by, Moment at, BodyCard card, CancellationToken stop = default) => store.Write(by, at, w => Within(w, card), stop);

    internal static async Task<long> Within(WriteScope w, BodyCard typed)
    {
        Registrar.Check(w.By);
        var card = typed.Checked();
        var (key, executor) = BodyCard.Named(card.Name, await w.One<string>("SELECT name FROM authority WHERE id = @authority"));
        if (card.Parent is { } parent)
        {
            // Two bodies of one name are told by whose they are.
            var over = await Registrar.Standing(w, parent);
            if (await NameTaken(w, key) is not null) key = $"{key} {Folding.Key(over.Name)}";
        }
        if (await NameTaken(w, key) is { } same) throw new RuleBroken("body.exists", same);
        await ChangeBody.MustBeOnlyOne(w, card.Edrpou, 0);
        var id = await w.Next("body");
        await w.DoMany("body", [new
        {
            Id = id, card.Name, card.NameGenitive, card.NameDative, Key = key, Kind = executor?.Kind ?? (card.IsGroup ? ExecutorKind.Class : ExecutorKind.Org), executor?.ClassKey, ParentId = card.Parent,
            card.IsGroup, Identifiable = true, card.IsOutside, SearchKey = SearchKey(card), SortKey = SortKey.Of(card.Name), card.Edrpou, card.Katottg, card.Email, card.Phone, card.Address,
        }]);
        await NamedBodies.Remember(w, id, card.Name);
        await w.Log("body.added", $"body/{id}", new { card.Name, card.IsGroup, card.IsOutside, card.Parent, card.Edrpou, card.Katottg });
        return id;
    }

    internal static string SearchKey(BodyCard card) => Folding.Key(string.Join(' ', card.Name, card.Edrpou, card.Katottg));

    static Task<string?> NameTaken(Scope scope, string key) => scope.Find<string>("SELECT name FROM body WHERE authority_id = @authority AND key = @key", new { key });
}

/// <summary>Changes what the register says of a body. A new name is one more way to find it; what plans print stays as printed.</summary>
public sealed class ChangeBody(Store store)
{
    /// <exception cref="RuleBroken">«body.not-for-you», «body.unknown», «body.withdrawn», «body.exists», «body.edrpou-taken», «body.parent-circular», «body.has-members», and those of <see cref="BodyCard.Checked"/>.</exception>
    public Task Run(Actor by, Moment at, long id, BodyCard card, CancellationToken stop = default) => store.Write(by, at, w => Within(w, id, card), stop);

    internal static async Task Within(WriteScope w, long id, BodyCard typed)
    {
        Registrar.Check(w.By);
        var card = typed.Checked();
        var before = await Registrar.Standing(w, id);
        await MustBeOnlyOne(w, card.Edrpou, id);
        for (var over = card.Parent; over is { } parent; over = (await Registrar.Standing(w, parent)).ParentId)
            if (parent == id) throw new RuleBroken("body.parent-circular", before.Name);
        if (!card.IsGroup && await w.One<long>("SELECT COUNT(*) FROM body_member WHERE authority_id = @authority AND group_id = @id AND withdrawn_at IS NULL", new { id }) > 0) throw new RuleBroken("body.has-members", before.Name);
        if (card.Name != before.Name)
        {
            var key = BodyCard.Named(card.Name, await w.One<string>("SELECT name FROM authority WHERE id = @authority")).Key;
            if (await w.Find<string>("SELECT name FROM body WHERE authority_id = @authority AND key = @key AND id <> @id", new { key, id }) is { } same) throw new RuleBroken("body.exists", same);
            await NamedBodies.Remember(w, id, before.Name);
            await NamedBodies.Remember(w, id, card.Name);
            await NamedBodies.Remember(w, id, card.Name, key);
        }
        await w.Do("""
            UPDATE body SET name = @Name, name_genitive = @NameGenitive, name_dative = @NameDative, is_group = @IsGroup, is_outside = @IsOutside, parent_id = @Parent, edrpou = @Edrpou, katottg = @Katottg,
                email = @Email, phone = @Phone, address = @Address, search_key = @search, sort_key = @sort
            WHERE authority_id = @authority AND id = @id
            """, new
        {
            id,
            card.Name,
            card.NameGenitive,
            card.NameDative,
            card.IsGroup,
            card.IsOutside,
            card.Parent,
            card.Edrpou,
            card.Katottg,
            card.Email,
            card.Phone,
            card.Address,
            search = AddBody.SearchKey(card),
            sort = SortKey.Of(card.Name),
        });
        await w.Log(card.Name == before.Name ? "body.changed" : "body.renamed", $"body/{id}", new { before = before.Name, card.Name, card.IsGroup, card.IsOutside, card.Parent, card.Edrpou, card.Katottg });
    }

    /// <summary>A code of the state register is one body's.</summary>
    internal static async Task MustBeOnlyOne(Scope scope, string? edrpou, long id)
    {
        if (edrpou is null) return;
        if (await scope.Find<string>("SELECT name FROM body WHERE authority_id = @authority AND edrpou = @edrpou AND id <> @id AND withdrawn_at IS NULL", new { edrpou, id }) is { } other) throw new RuleBroken("body.edrpou-taken", edrpou, other);
    }
}
