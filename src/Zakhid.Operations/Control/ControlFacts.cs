using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Control;

/// <summary>Facts of control as rows: read in the order of writing, added and never changed.</summary>
static class ControlFacts
{
    /// <summary>The program stands for nobody in particular.</summary>
    public const string Program = "запис програми";

    public static async Task<List<KeptFact>> Of(Scope scope, long measure) => [.. (await scope.All<FactRow>("""
        SELECT f.id, f.kind, f.body_id, f.of_day, f.to_day, f.to_adjusted, f.to_policy, f.set_by, f.late, f.request_id, f.on_behalf, f.addressee, f.letter, f.ground, f.document,
            f.sha256, f.file_name, f.day, f.at, f.person_id, p.post, b.name AS body
        FROM control_fact f LEFT JOIN person p ON p.authority_id = f.authority_id AND p.id = f.person_id LEFT JOIN body b ON b.authority_id = f.authority_id AND b.id = f.body_id
        WHERE f.authority_id = @authority AND f.measure_id = @measure ORDER BY f.id
        """, new { measure })).Select(row => new KeptFact(row.AsFact(), row.Post ?? Program, row.Body, row.Sha256, row.FileName))];

    public static async Task<string> Post(Scope scope, long person) =>
        person == 0 ? Program : await scope.Find<string>("SELECT post FROM person WHERE authority_id = @authority AND id = @person", new { person }) ?? Program;

    /// <returns>The fact's number.</returns>
    public static async Task<long> Keep(WriteScope w, long measure, ControlFact fact, ControlPaper paper)
    {
        var id = await w.Next("control_fact");
        if (paper.File is { } file) await file.Record(w);
        var (asked, moved, escalated) = (fact as ExtensionRequest, fact as Extension, fact as Escalation);
        await w.Do("""
            INSERT INTO control_fact (authority_id, id, measure_id, kind, body_id, of_day, to_day, to_adjusted, to_policy, set_by, late, request_id, on_behalf, addressee, letter, ground, document, sha256, file_name, day, at, person_id)
            VALUES (@authority, @id, @measure, @kind, @Body, @ofDay, @toDay, @toAdjusted, @toPolicy, @setBy, @late, @request, @onBehalf, @addressee, @letter, @Ground, @document, @sha256, @fileName, @day, @at, @person)
            """, new
        {
            id,
            measure,
            kind = fact.GetType().Name,
            fact.Body,
            ofDay = asked?.Of ?? moved?.Of,
            toDay = (asked?.To ?? moved?.To)?.Nominal,
            toAdjusted = (asked?.To ?? moved?.To)?.Adjusted,
            toPolicy = (asked?.To ?? moved?.To)?.Policy,
            setBy = moved?.SetBy,
            late = asked?.Late ?? moved?.AfterTerm ?? false,
            request = moved?.Request ?? (fact as ExtensionDeclined)?.Request,
            onBehalf = asked?.OnBehalf,
            addressee = escalated?.Addressee,
            letter = escalated?.Text,
            fact.Ground,
            document = (fact.Document ?? paper.Document) is { } document ? Json.Write(document) : null,
            sha256 = paper.File?.Sha256,
            fileName = paper.File?.Name,
            day = fact.Deed.Day,
            at = fact.Deed.At,
            person = fact.Deed.By,
        });
        return id;
    }

    sealed record FactRow
    {
        public long Id { get; init; }
        public string Kind { get; init; } = "";
        public long? BodyId { get; init; }
        public DateOnly? OfDay { get; init; }
        public DateOnly? ToDay { get; init; }
        public DateOnly? ToAdjusted { get; init; }
        public DayOffPolicy? ToPolicy { get; init; }
        public DateSetter? SetBy { get; init; }
        public bool Late { get; init; }
        public long? RequestId { get; init; }
        public string? OnBehalf { get; init; }
        public string? Addressee { get; init; }
        public string? Letter { get; init; }
        public string Ground { get; init; } = "";
        public string? Document { get; init; }
        public string? Sha256 { get; init; }
        public string? FileName { get; init; }
        public DateOnly Day { get; init; }
        public DateTimeOffset At { get; init; }
        public long PersonId { get; init; }
        public string? Post { get; init; }
        public string? Body { get; init; }

        DueDate To => new(ToDay!.Value, ToAdjusted!.Value, ToPolicy!.Value);

        public ControlFact AsFact()
        {
            var deed = new Deed(PersonId, Day, At);
            ControlFact fact = Kind switch
            {
                nameof(ControlStart) => new ControlStart(deed, Ground),
                nameof(ReturnToControl) => new ReturnToControl(deed, Ground),
                nameof(ExtensionRequest) => new ExtensionRequest(deed, Ground, OfDay!.Value, To, Late, OnBehalf),
                nameof(Extension) => new Extension(deed, Ground, OfDay!.Value, To, SetBy!.Value, Late, RequestId),
                nameof(ExtensionDeclined) => new ExtensionDeclined(deed, Ground, RequestId!.Value),
                nameof(InterimInformation) => new InterimInformation(deed, Ground),
                nameof(Escalation) => new Escalation(deed, Ground, Addressee ?? "", Letter ?? ""),
                nameof(RemovalFromControl) => new RemovalFromControl(deed, Ground),
                _ => throw new InvalidOperationException($"No fact of control is called {Kind}"),
            };
            return fact with { Id = Id, Body = BodyId, Document = Document is null ? null : Json.Read<ControlDocument>(Document) };
        }
    }
}
