using Zakhid.Mail;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.People;

/// <summary>Where letters for a person go; set by himself or by the administrator. Empty: he gets none.</summary>
public sealed class SetEmail(Store store)
{
    /// <exception cref="RuleBroken">«email.form», «person.not-for-you», «person.unknown».</exception>
    public Task Run(Actor by, long person, string? email, Moment at, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (by.Person != person) Administration.Check(by);
        var kept = EmailAddress.Kept(email);
        if (await w.Do("UPDATE person SET email = @kept WHERE authority_id = @authority AND id = @person", new { person, kept }) == 0) throw new RuleBroken("person.unknown");
        await w.Log("person.email-set", $"person/{person}", new { has = kept is not null });
    }, stop);
}
