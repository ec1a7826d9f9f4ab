using Zakhid.Operations.Cascade;

namespace Zakhid.App.Web;

/// What becomes of an answer in a package, as pages and commands say it.
static class FateWords
{
    public static string Ukrainian(AnswerFate fate) => fate switch
    {
        AnswerFate.Submits => "стане звітом на розгляд",
        AnswerFate.Drafts => "текст задовгий: лишиться чернеткою, скоротіть його",
        AnswerFate.Silent => "інформації не надано",
        AnswerFate.NotOwed => "за цей період від органу не належить",
        _ => "звіт уже є або його пишуть: не змінюємо",
    };

    public static string English(AnswerFate fate) => fate switch
    {
        AnswerFate.Submits => "becomes a report to be reviewed",
        AnswerFate.Drafts => "the text is too long: it stays a draft to be cut",
        AnswerFate.Silent => "no information was given",
        AnswerFate.NotOwed => "not owed by this body for the period",
        _ => "a report is there or being written: nothing is changed",
    };
}
