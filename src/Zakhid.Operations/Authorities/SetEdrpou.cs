using Zakhid.Bodies;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Authorities;

/// <summary>The authority's own code of the state register: packages know it by that, whatever it is called elsewhere.</summary>
public sealed class SetEdrpou(Store store)
{
    /// <param name="typed">Empty: none is known.</param>
    /// <returns>The code as it is kept.</returns>
    /// <exception cref="RuleBroken">«authority.edrpou-not-for-you», «body.edrpou-form», «body.edrpou-digit».</exception>
    public Task<string?> Run(Actor by, Moment at, string? typed, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Administrator)) throw new RuleBroken("authority.edrpou-not-for-you");
        var edrpou = string.IsNullOrWhiteSpace(typed) ? null : Edrpou.Read(typed).Digits;
        await w.Do("UPDATE authority SET edrpou = @edrpou WHERE id = @authority", new { edrpou });
        await w.Log("authority.edrpou-set", $"authority/{w.Authority}", new { edrpou });
        return edrpou;
    }, stop);
}
