using Zakhid.App.Web;

namespace Zakhid.App.Tests.Web;

public sealed class RefusedFormTests
{
    const string Page = """
        <a href="#holder">Займає інший</a><form method="post" action="/sign-out"><input name="ground" type="text"></form>
        <details><summary>Перша</summary><form method="post" action="?handler=Appoint#posts"><input type="hidden" name="csrf" value="t"><input type="hidden" name="post" value="1"><input id="holder-1" name="holder" type="text"></form></details>
        <details><summary>Друга</summary><form method="post" action="?handler=Appoint#posts"><input type="hidden" name="csrf" value="t"><input type="hidden" name="post" value="2"><div class="f"><input id="holder-2" name="holder" type="text"></div>
        <select name="holding"><option value="Full" selected="selected">призначено</option><option value="Acting">в.о.</option></select><input name="from" type="date" value="2020-09-16"><textarea name="ground">&lt;старе&gt;</textarea>
        <label><input type="checkbox" name="added" value="true"><span>так</span></label><label><input type="checkbox" name="told" value="true" checked="checked"></label><input type="password" name="password"></form></details>
        """;

    static readonly Dictionary<string, IReadOnlyList<string?>> _typed = new()
    {
        ["csrf"] = ["t"],
        ["post"] = ["2"],
        ["holder"] = ["Другий \"ЗРАЗОК\""],
        ["holding"] = ["Acting"],
        ["from"] = ["2020-03-10"],
        ["ground"] = ["<наказ № 6>"],
        ["added"] = ["true"],
        ["password"] = ["таємниця"],
    };

    [Fact]
    public void What_was_typed_comes_back_into_the_form_that_was_sent_and_into_no_other()
    {
        var page = RefusedForm.Refill(Page, "/bodies/2", "Appoint", _typed, [("holder", "Посаду займає інший")]);
        Assert.Contains("<details><summary>Перша</summary>", page, StringComparison.Ordinal);
        Assert.Contains("<input id=\"holder-1\" name=\"holder\" type=\"text\">", page, StringComparison.Ordinal);
        Assert.Contains("<details open><summary>Друга</summary>", page, StringComparison.Ordinal);
        Assert.Contains("<input value=\"Другий &quot;ЗРАЗОК&quot;\" id=\"holder-2\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Full\">призначено</option><option selected=\"selected\" value=\"Acting\">", page, StringComparison.Ordinal);
        Assert.Contains("name=\"from\" type=\"date\" value=\"2020-03-10\"", page, StringComparison.Ordinal);
        Assert.Contains("<textarea name=\"ground\">&lt;наказ № 6&gt;</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("<input checked=\"checked\" type=\"checkbox\" name=\"added\" value=\"true\">", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"checkbox\" name=\"told\" value=\"true\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("таємниця", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_stands_at_its_field_and_its_link_leads_there()
    {
        var page = RefusedForm.Refill(Page, "/bodies/2", "Appoint", _typed, [("holder", "Посаду займає інший")]);
        Assert.Contains("<a href=\"#holder-2\">", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"err\">Посаду займає інший</span><input value=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_the_form_that_was_sent_stays_as_it_is()
    {
        Assert.Equal(Page, RefusedForm.Refill(Page, "/bodies/2", "Merge", _typed, [("into", "Немає")]));
        Assert.Equal("<p>текст <", RefusedForm.Refill("<p>текст <", "/bodies/2", null, _typed, []));
    }
}
