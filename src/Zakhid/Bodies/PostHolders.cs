namespace Zakhid.Bodies;

/// <summary>How a person holds a post.</summary>
public enum Holding
{
    /// <summary>Appointed or elected to it.</summary>
    Full,
    /// <summary>«виконувач обов’язків», «в.о.»: the post is vacant or its holder away for long.</summary>
    Acting,
    /// <summary>«тимчасово виконувач обов’язків», «т.в.о.»: while the holder is on leave, ill, travelling.</summary>
    TemporarilyActing,
}

/// <summary>
/// A person in a post on some days, with the document that says so. <see cref="Post"/> is the post's number, <see cref="Name"/> as papers
/// print it: own name, then the surname in capitals.
/// </summary>
public sealed record PostHolder(long Post, string Name, DayRange Days, Holding Holding, string? Ground = null)
{
    /// <summary>«в.о.», «т.в.о.»: what stands before the post in a signature; empty for a full holder.</summary>
    public string Prefix => Holding switch { Holding.Acting => "в.о.", Holding.TemporarilyActing => "т.в.о.", _ => "" };
}

/// <summary>
/// The holders of one post. Two never hold it in one way on one day; who acts for the holder acts beside him, and on those days his is
/// the signature.
/// </summary>
public static class PostHolders
{
    /// <exception cref="RuleBroken">«post.order»: ends before it begins; «post.overlap», «post.overlap-open»: somebody holds it on these days.</exception>
    public static void Check(IEnumerable<PostHolder> holders, PostHolder added)
    {
        if (added.Days.To < added.Days.From) throw new RuleBroken("post.order", added.Days.From, added.Days.To!.Value);
        foreach (var held in holders.Where(h => h.Post == added.Post && IsActing(h) == IsActing(added) && h.Days.Meets(added.Days)))
            throw new RuleBroken(held.Days.To is null ? "post.overlap-open" : "post.overlap", held.Name, held.Days.From, held.Days.To ?? held.Days.From);
    }

    /// <summary>Who signs on a day: the acting person, else the holder; null: the post is vacant.</summary>
    public static PostHolder? On(IEnumerable<PostHolder> holders, DateOnly day) => holders.Where(h => h.Days.Has(day)).OrderByDescending(IsActing).FirstOrDefault();

    static bool IsActing(PostHolder holder) => holder.Holding != Holding.Full;
}
