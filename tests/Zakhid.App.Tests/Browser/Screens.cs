namespace Zakhid.App.Tests.Browser;

/// Every screen of the product: its route, an address that shows it with something on it, and who sees it («-»: nobody signed in).
static class Screens
{
    public static readonly IReadOnlyList<(string Route, string Address, string Login)> All =
    [
        ("sign-in", "/sign-in", "-"),
        ("today", "/today", "hlukhiv-koordynator"),
        ("today", "/today", "hlukhiv-kultura"),
        ("overview", "/overview", "hlukhiv-koordynator"),
        ("overview", "/overview", "zhytomyr-kerivnyk"),
        ("overview", "/overview", "khmelnytskyi-koordynator"),
        ("obligations", "/obligations?standing=owed", "khmelnytskyi-koordynator"),
        ("reviews", "/reviews", "hlukhiv-koordynator"),
        ("plans", "/plans", "hlukhiv-koordynator"),
        ("plans/{id:long}", "/plans/1", "hlukhiv-koordynator"),
        ("plans/{id:long}", "/plans/1", "khmelnytskyi-kerivnyk"),
        ("plans/{id:long}/cascade", "/plans/1/cascade", "hlukhiv-koordynator"),
        ("higher-acts/{id:long}", "/higher-acts/1", "hlukhiv-koordynator"),
        ("plans/{id:long}/measures/{position:int}", "/plans/1/measures/5", "hlukhiv-koordynator"),
        ("plans/{id:long}/changes", "/plans/1/changes", "hlukhiv-koordynator"),
        ("plans/{id:long}/versions/{version:int}", "/plans/1/versions/1", "hlukhiv-koordynator"),
        ("plans/{id:long}/repeal", "/plans/1/repeal", "hlukhiv-koordynator"),
        ("plans/{id:long}/measures/{position:int}/divide", "/plans/1/measures/5/divide", "khmelnytskyi-koordynator"),
        ("plans/{id:long}/days", "/plans/1/days", "zhytomyr-koordynator"),
        ("plans/{id:long}/days", "/plans/1/days", "hlukhiv-koordynator"),
        ("plans/{plan:long}/consolidation/{period}", "/plans/1/consolidation/2020-Q3", "hlukhiv-koordynator"),
        ("plans/{plan:long}/consolidation/{period}", "/plans/1/consolidation/2020-Q3?row=1", "hlukhiv-koordynator"),
        ("reports/{id:long}", "REVIEW", "hlukhiv-koordynator"),
        ("reports/{id:long}/edit", "DRAFT", "hlukhiv-soczahyst"),
        ("reports/{id:long}/check", "CHECK", "hlukhiv-soczahyst"),
        ("imports/new", "/imports/new", "kyiv-koordynator"),
        ("imports/{id:long}", "/imports/1", "kyiv-koordynator"),
        ("imports/{id:long}", "/imports/1", "kolomyia-koordynator"),
        ("imports/{id:long}/act", "/imports/1/act", "kyiv-koordynator"),
        ("imports/{id:long}/measures/{key}", "/imports/1/measures/0", "kyiv-koordynator"),
        ("plans/{id:long}/measures/{position:int}/control", "/plans/1/measures/5/control", "hlukhiv-koordynator"),
        ("plans/{id:long}/measures/{position:int}/control", "/plans/1/measures/1/control", "hlukhiv-kultura"),
        ("control", "/control", "khmelnytskyi-koordynator"),
        ("discipline", "/discipline", "hlukhiv-koordynator"),
        ("discipline", "/discipline?period=2020", "zhytomyr-kerivnyk"),
        ("deadlines", "/deadlines", "hlukhiv-koordynator"),
        ("deadlines", "/deadlines?month=2022-06&day=2022-06-24", "khmelnytskyi-koordynator"),
        ("deadlines", "/deadlines", "hlukhiv-kultura"),
        ("window", "/window", "hlukhiv-koordynator"),
        ("reminders", "/reminders", "hlukhiv-koordynator"),
        ("consents", "/consents", "zhytomyr-koordynator"),
        ("brief", "/brief", "zhytomyr-kerivnyk"),
        ("letters", "/letters", "hlukhiv-koordynator"),
        ("mail", "/mail", "hlukhiv-admin"),
        ("me", "/me", "hlukhiv-kultura"),
        ("password", "/password", "hlukhiv-kultura"),
        ("people", "/people", "hlukhiv-admin"),
        ("people/{id:long}", "/people/2", "hlukhiv-admin"),
        ("bodies", "/bodies", "zhytomyr-koordynator"),
        ("bodies/{id:long}", "/bodies/1", "zhytomyr-koordynator"),
        ("bodies/edit/{id:long?}", "/bodies/edit", "hlukhiv-koordynator"),
        ("bodies/table", "/bodies/table", "hlukhiv-admin"),
        ("search", "/search?q=%D1%96%D0%BD%D1%84%D0%BE%D1%80%D0%BC", "hlukhiv-kultura"),
        ("audit", "/audit?what=report", "hlukhiv-koordynator"),
        ("more", "/more", "hlukhiv-koordynator"),
        ("day", "/day", "hlukhiv-koordynator"),
        ("progress", "/progress", "-"),
        ("progress/{code}/{plan:long}", "/progress/hlukhiv/1", "-"),
    ];

    /// Routes that show no screen of their own: they redirect, download, or need a deed first.
    public static readonly IReadOnlySet<string> NoScreen = new HashSet<string>(StringComparer.Ordinal)
    {
        "", "language", "sign-out", "reports/{id:long}/files/{file:long}", "reports/{id:long}/receipt", "kept/{id}", "setup/{code}", "imports/{id:long}/difference", "amendments/{id:long}", "amendments/{id:long}/measures/{key}",
    };
}
