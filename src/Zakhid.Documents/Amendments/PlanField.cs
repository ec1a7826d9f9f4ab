using Zakhid.Documents.Reading;
using Zakhid.Text;

namespace Zakhid.Documents.Amendments;

/// <summary>A printed field of a measure that an amendment may change, by the name that places and remarks use.</summary>
sealed record PlanField(string Name, Func<Measure, string?> Of, Func<Measure, string?, string?, Measure> With)
{
    static readonly PlanField Executors = new("executors", m => m.ExecutorText ?? (m.Executors.Count == 0 ? null : string.Join('\n', m.Executors.Select(e => e.ByConsent ? e.Name + " (за згодою)" : e.Name))),
        (m, text, issuer) => m with { ExecutorText = text, Executors = text is null ? [] : ExecutorCell.Read(text, issuer, out _) });

    public static readonly IReadOnlyList<PlanField> All =
    [
        new("text", m => m.Text, (m, text, _) => m with { Text = text ?? "" }),
        new("goal", m => m.Goal, (m, text, _) => m with { Goal = text }),
        new("audience", m => m.Audience, (m, text, _) => m with { Audience = text }),
        new("criteria", m => m.Criteria, (m, text, _) => m with { Criteria = text }),
        new("funding", m => m.Funding, (m, text, _) => m with { Funding = text }),
        new("term_text", m => m.TermText, (m, text, _) => m with { TermText = text }),
        new("place", m => m.Venue, (m, text, _) => m with { Venue = text }),
        Executors,
        new("supervisors", m => m.Supervisors.Count == 0 ? null : string.Join('\n', m.Supervisors), (m, text, _) => m with { Supervisors = text is null ? [] : ExecutorCell.People(text) }),
    ];

    public static PlanField Named(string name) => All.First(f => f.Name == name);

    /// <summary>The field under a heading («Термін виконання»), or null where the heading is only a number or unknown.</summary>
    public static PlanField? Under(string heading) => Headings.RoleOf(heading) switch
    {
        ColumnRole.Measure or ColumnRole.Task => Named("text"),
        ColumnRole.Goal => Named("goal"),
        ColumnRole.Audience => Named("audience"),
        ColumnRole.Criteria or ColumnRole.Indicator => Named("criteria"),
        ColumnRole.Funding or ColumnRole.FundingSum => Named("funding"),
        ColumnRole.Term or ColumnRole.TermStart or ColumnRole.TermEnd => Named("term_text"),
        ColumnRole.Venue => Named("place"),
        ColumnRole.Executor or ColumnRole.WhoAndWhen => Executors,
        ColumnRole.Supervisor => Named("supervisors"),
        _ => null,
    };

    /// <summary>Where words without a column belong by what they are: bodies, a term, or the text.</summary>
    public static PlanField Fitting(string words)
    {
        var bare = words.Trim(' ', ',', ';');
        return Shapes.AreExecutors(bare) ? Executors : Shapes.IsTerm(Token.Cut(bare)) ? Named("term_text") : Named("text");
    }
}
