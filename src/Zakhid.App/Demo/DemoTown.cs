using System.Text.Json;
using System.Text.Json.Serialization;
using Zakhid.App.Web;
using Zakhid.Reporting;

namespace Zakhid.App.Demo;

/// What the demonstration knows of an authority beside its real document: posts, days, and texts marked as samples.
sealed record DemoTown
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string File { get; init; }
    public required DateOnly Day { get; init; }
    public string? Coordinator { get; init; }
    public string? HeadPostDative { get; init; }
    public string? CoordinatorPost { get; init; }
    /// Null: the plan waits in import as the draft that it is.
    public DateTime? Control { get; init; }
    public DemoRule? Rule { get; init; }
    /// The acts above the plan's own, nearest first: only what is known of them.
    public List<DemoHigherAct> Higher { get; init; } = [];
    public List<DemoPerson> People { get; init; } = [];
    public List<DemoConsent> Consents { get; init; } = [];
    public List<DemoReport> Reports { get; init; } = [];
    public List<DemoReminder> Reminders { get; init; } = [];
    public DemoPublish? Publish { get; init; }

    static readonly JsonSerializerOptions _json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public static IEnumerable<DemoTown> All() =>
        new[] { "hlukhiv", "zhytomyr", "khmelnytskyi", "kyiv", "kolomyia" }.Select(code => JsonSerializer.Deserialize<DemoTown>(Embedded.Text($"demo/{code}.json"), _json)!);
}

sealed record DemoPerson(string Login, string Post, Role Role, string? Body);
sealed record DemoRule(int Day, MonthRule MonthRule, PeriodLength Periodicity, DateTime At);
sealed record DemoHigherAct(string Issuer, string? Kind, string Number, DateOnly Date, string? Title, List<string>? Reporting);
sealed record DemoConsent(string Body, string State, DateTime At);
sealed record DemoReminder(int Measure, string Body, DateTime At);
sealed record DemoPublish(DateTime At);
sealed record DemoReturn(DateTime At, string Reason, string Field);

sealed record DemoReport
{
    public int Measure { get; init; }
    public required string Body { get; init; }
    public required string Period { get; init; }
    public required string Text { get; init; }
    public ExecutionState State { get; init; }
    public string? Reason { get; init; }
    public List<string> Figures { get; init; } = [];
    public List<string> Links { get; init; } = [];
    public DateTime? Draft { get; init; }
    public DateTime? Submitted { get; init; }
    public DateTime? Accepted { get; init; }
    public ExecutionState? Confirmed { get; init; }
    /// «controller» accepts what the coordinator's own unit wrote; «onbehalf»: it came on paper.
    public string? By { get; init; }
    public DemoReturn? Returned { get; init; }
}
