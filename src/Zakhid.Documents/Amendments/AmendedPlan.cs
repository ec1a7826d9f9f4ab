using Zakhid.Amendments;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Amendments;

/// <summary>What one alteration did to one field of the plan; the field «measure» is a whole point added or removed.</summary>
public sealed record AmendedField(string? Number, string Field, string? Before, string? After);

/// <summary>An alteration and what it did; nothing where it could not be carried out, and then a remark says why.</summary>
public sealed record AmendedStep(Alteration Alteration, IReadOnlyList<AmendedField> Changes);

/// <summary>
/// An earlier plan as an amending act leaves it. What cannot be done without a guess is left undone and said: a point that
/// the plan does not have, words that it does not hold.
/// </summary>
public sealed record AmendedPlan
{
    public required PlanReading Reading { get; init; }
    public required IReadOnlyList<AmendedStep> Steps { get; init; }
    /// <summary>Pointers lead into the amending act («/amendments/0/operations/2»).</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
    public bool IsRepealed { get; init; }
    /// <summary>For each measure of the reading its place in the earlier plan; null: it is new.</summary>
    public IReadOnlyList<int?> Origins { get; init; } = [];

    /// <param name="earlier">The plan as it holds until now.</param>
    /// <param name="amending">The reading of the amending act; only what changes this plan's act is taken.</param>
    public static AmendedPlan Of(PlanReading earlier, PlanReading amending)
    {
        var rewriting = new Rewriting(earlier);
        var taken = false;
        for (var i = 0; i < amending.Amendments.Count; i++)
        {
            if (!Concerns(amending.Amendments[i], earlier.Act)) continue;
            taken = true;
            for (var k = 0; k < amending.Amendments[i].Alterations.Count; k++) rewriting.Do(amending.Amendments[i].Alterations[k], $"/amendments/{i}/operations/{k}");
        }
        if (!taken) rewriting.Say("amendment.other-act", "/amendments", null, "Акт не змінює цього плану: він називає інші документи.", "Виберіть план, затверджений актом, який названо у змінах.");
        return rewriting.Finish();
    }

    /// <summary>An amendment without an act of its own is taken to be of the plan that it is put beside.</summary>
    static bool Concerns(Amendment amendment, Act act) =>
        amendment.Act is not { } target || (target.Number is null || act.Number is null || string.Equals(Zakhid.Text.Folding.Key(target.Number), Zakhid.Text.Folding.Key(act.Number), StringComparison.Ordinal)) && (target.Date is null || act.Date is null || target.Date == act.Date);
}
