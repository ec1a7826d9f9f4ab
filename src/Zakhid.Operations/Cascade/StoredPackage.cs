using Zakhid.Documents.Cascade;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>A package in the register of this authority.</summary>
/// <param name="Direction">«Made» or «Taken».</param>
/// <param name="Other">Whom it was made for, or who made it.</param>
public sealed record StoredPackage(long Id, string Direction, PackageKind Kind, string Number, string Other, string PeriodCode, int Edition, long? PlanId, long? HigherId, string Sha256, string Digest, string? SignatureSha256, DateOnly Day)
{
    const string Columns = "id, direction, kind, number, other, period_code, edition, plan_id, higher_id, sha256, digest, signature_sha256, day";

    public bool IsTaken => Direction == "Taken";

    /// <param name="scope">Of the authority.</param>
    /// <param name="plan">Only those made of this plan or answering it; null: all.</param>
    /// <param name="most">The newest so many.</param>
    public static Task<List<StoredPackage>> All(Scope scope, long? plan = null, int most = 200) =>
        scope.All<StoredPackage>($"SELECT {Columns} FROM package WHERE authority_id = @authority {(plan is null ? "" : "AND plan_id = @plan")} ORDER BY id DESC LIMIT @most", new { plan, most });

    /// <exception cref="RuleBroken">«package.unknown».</exception>
    public static async Task<StoredPackage> Find(Scope scope, long id) => await scope.Find<StoredPackage>($"SELECT {Columns} FROM package WHERE authority_id = @authority AND id = @id", new { id }) ?? throw new RuleBroken("package.unknown");
}
