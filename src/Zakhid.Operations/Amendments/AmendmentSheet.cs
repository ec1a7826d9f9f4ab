using System.Globalization;
using Zakhid.Documents.Amendments;
using Zakhid.Documents.Reading;
using Zakhid.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Amendments;

/// <summary>
/// An act that changes a plan, as it waits for a person or as it was confirmed: its requisites, the plan before and after it,
/// what the grammar could not carry out, what was changed by hand.
/// </summary>
public sealed record AmendmentSheet
{
    public required long Id { get; init; }
    /// <summary>Null: nobody knows yet which plan it changes.</summary>
    public long? PlanId { get; init; }
    public int BaseVersion { get; init; } = 1;
    public string? Sha256 { get; init; }
    public string? FileName { get; init; }
    /// <summary>Requisites as read or entered.</summary>
    public required Act Act { get; init; }
    public DateOnly? EffectiveDay { get; init; }
    /// <summary>Null: it still waits to be confirmed.</summary>
    public int? Version { get; init; }
    public DateOnly? ConfirmedDay { get; init; }
    public string? ConfirmedBy { get; init; }
    /// <summary>Null: confirmed, and its day has not come yet.</summary>
    public DateOnly? AppliedDay { get; init; }
    /// <summary>What the amending act says; null: its changes are entered by hand.</summary>
    public PlanReading? Amending { get; init; }
    /// <summary>The plan that it changes, as it stands; null while that is not known.</summary>
    public PlanText? Base { get; init; }
    public required IReadOnlyList<Correction> Corrections { get; init; }

    AmendedPlan? _amended;
    CorrectedReading? _corrected;

    public bool IsOpen => ConfirmedDay is null;

    /// <summary>The plan as the act leaves it, before anything is changed by hand.</summary>
    public AmendedPlan Amended => _amended ??= Carry();

    /// <summary>The same with what was changed by hand.</summary>
    public CorrectedReading Corrected => _corrected ??= new(Amended.Reading, Corrections);

    public PlanReading After => Corrected.Reading;

    /// <summary>For each measure of <see cref="After"/> its place in the plan before; null: it is new.</summary>
    public IReadOnlyList<int?> Pairs => [.. Corrected.Measures.Where(m => !m.IsRemoved).Select(m => m.Key < Amended.Origins.Count ? Amended.Origins[m.Key] : null)];

    public ReadingDifference Difference => ReadingDifference.Of(Base!.Reading, After, Pairs);

    /// <summary>What a person has to look at: points that are not there, phrases that were not understood.</summary>
    public IReadOnlyList<Doubt> Doubts
    {
        get
        {
            if (Amending is null || Base is null) return [];
            var asked = Amending.Remarks.Where(r => r.Severity == Severity.Question && r.Code != "amendment.target-missing" && !r.Code.StartsWith("act.", StringComparison.Ordinal) && !r.Pointer.StartsWith("/act", StringComparison.Ordinal)).Concat(Amended.Remarks.Where(r => r.Severity == Severity.Question));
            return [.. asked.Select(Ask)];
        }
    }

    Doubt Ask(Remark remark, int place)
    {
        var pointer = string.Create(CultureInfo.InvariantCulture, $"/remarks/{place}");
        return new(pointer, [remark], Corrections.Any(c => c.Pointer == pointer));
    }

    public IReadOnlyList<Doubt> Open => [.. Doubts.Where(d => !d.IsAnswered)];

    /// <summary>What was done and should be looked at, without an answer being needed.</summary>
    public IEnumerable<Remark> Notes => Base is null ? [] : Amended.Remarks.Where(r => r.Severity == Severity.Note);

    /// <summary>«розпорядження № 88», genitive, as grounds name it.</summary>
    public string Short => ActWords.Short(Act);

    /// <summary>The value of a pointer as text.</summary>
    public string? Value(string pointer) => pointer.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["act", var field] => ReadingFields.Of(After, field),
        ["plan", "title"] => After.PlanTitle,
        ["measures", var key, var field] when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && Corrected.Find(n) is { } measure => ReadingFields.Of(measure.Measure, field, After.Act.Issuer),
        _ => null,
    };

    AmendedPlan Carry()
    {
        var plan = Base ?? throw new RuleBroken("amendment.no-plan");
        if (Amending is null) return new() { Reading = plan.Reading, Steps = [], Origins = [.. Enumerable.Range(0, plan.Measures.Count).Select(i => (int?)i)] };
        var amended = AmendedPlan.Of(plan.Reading, Amending);
        // A plan restated as a whole: its measures are known by their words.
        var used = amended.Origins.OfType<int>().ToHashSet();
        var (gone, come) = (Enumerable.Range(0, plan.Measures.Count).Where(i => !used.Contains(i)).ToList(), Enumerable.Range(0, amended.Origins.Count).Where(i => amended.Origins[i] is null).ToList());
        if (gone.Count == 0 || come.Count == 0) return amended;
        var origins = amended.Origins.ToList();
        var pairs = ReadingDifference.Match([.. gone.Select(i => plan.Reading.Measures[i])], [.. come.Select(i => amended.Reading.Measures[i])]);
        for (var i = 0; i < pairs.Length; i++) if (pairs[i] is { } at) origins[come[i]] = gone[at];
        return amended with { Origins = origins };
    }

    /// <exception cref="RuleBroken">«amendment.unknown».</exception>
    public static async Task<AmendmentSheet> Find(Scope scope, long id)
    {
        var row = await scope.Find<Row>("""
            SELECT a.id, a.plan_id, a.base_version, a.sha256, a.file_name, a.reading, a.issuer, a.kind, a.number, a.date, a.effective_day, a.version, a.confirmed_day, a.applied_day, COALESCE(p.name, p.post) AS who FROM amendment a
            LEFT JOIN person p ON p.authority_id = a.authority_id AND p.id = a.confirmed_by
            WHERE a.authority_id = @authority AND a.id = @id AND a.withdrawn_at IS NULL
            """, new { id }) ?? throw new RuleBroken("amendment.unknown");
        return new()
        {
            Id = row.Id,
            PlanId = row.PlanId,
            BaseVersion = row.BaseVersion,
            Sha256 = row.Sha256,
            FileName = row.FileName,
            Act = new() { Issuer = row.Issuer, Kind = row.Kind, Number = row.Number, Date = row.Date },
            EffectiveDay = row.EffectiveDay,
            Version = row.Version,
            ConfirmedDay = row.ConfirmedDay,
            ConfirmedBy = row.Who,
            AppliedDay = row.AppliedDay,
            Amending = row.Reading is null ? null : Json.Read<PlanReading>(row.Reading),
            Base = row.PlanId is { } plan ? await PlanText.Of(scope, plan, row.AppliedDay is null ? null : row.BaseVersion) : null,
            Corrections = await scope.All<Correction>("""
                SELECT c.pointer, c.value, c.before, c.person_id, c.at, c.day, COALESCE(p.name, p.post) AS who FROM amendment_correction c
                LEFT JOIN person p ON p.authority_id = c.authority_id AND p.id = c.person_id
                WHERE c.authority_id = @authority AND c.amendment_id = @id ORDER BY c.position
                """, new { id }),
        };
    }

    sealed record Row(long Id, long? PlanId, int BaseVersion, string? Sha256, string? FileName, string? Reading, string? Issuer, string? Kind, string? Number, DateOnly? Date, DateOnly? EffectiveDay, int? Version, DateOnly? ConfirmedDay, DateOnly? AppliedDay, string? Who);
}
