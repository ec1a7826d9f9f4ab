using System.Text.Json;
using Zakhid.Operations.Tests.Amendments;

namespace Zakhid.App.Tests.Commands;

/// `amend`, `changes`, `repeal`, `rollover` on a plan under control, each a process of its own.
public sealed class PlanChangesCommandsTests : CommandTest
{
    const string Day = "2021-09-20";

    public PlanChangesCommandsTests()
    {
        Done("authority", "add", "zrazkiv", "Зразківська міська рада", "--head", "Міському голові");
        Done("import", Written("план.txt", SamplePlan.Text), "--authority", "zrazkiv", "--yes", "--coordinator", "Відділ праці міської ради", "--as-of", "2021-02-15");
    }

    string Act(params string[] changes) => Written("зміни.txt", SamplePlan.Act("88", "15.09.2021", changes));

    [Fact]
    public void An_amending_act_tells_what_it_would_do_and_does_it_only_when_told()
    {
        var act = Act("1) пункт 3 виключити;", "2) строк виконання пункту 4 перенести на 1 грудня 2021 року;", "3) у пункті 77 слова «так» замінити словами «ні».");

        var (status, asked, failed) = Run("amend", "zrazkiv-1", act, "--as-of", Day);
        Assert.Equal((1, "Дайте відповіді на сторінці /amendments/1 або повторіть із --confirm."), (status, failed.Trim()));
        Assert.Contains("? Пункту 77 у плані немає: зміну не внесено. Перевірте номер або додайте пункт.", asked, StringComparison.Ordinal);

        var told = Done("amend", "zrazkiv-1", act, "--confirm", "--as-of", Day);
        Assert.Contains("− 3 Навчити посадових осіб", told, StringComparison.Ordinal);
        Assert.Contains("4 Строк: «IV квартал 2021 року» → «до 1 грудня 2021 року»", told, StringComparison.Ordinal);
        Assert.Contains("Нічого не змінено. Підтвердити: --yes або сторінка /amendments/1.", told, StringComparison.Ordinal);
        Assert.Contains("чекає підтвердження", Done("changes", "list", "zrazkiv-1"), StringComparison.Ordinal);

        Assert.Contains("zrazkiv-1: чинна редакція 2", Done("amend", "zrazkiv-1", act, "--yes", "--as-of", Day), StringComparison.Ordinal);
        Assert.StartsWith("1  редакція 2", Done("changes", "list", "zrazkiv-1").Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("Навчити", Done("changes", "version", "zrazkiv-1", "2"), StringComparison.Ordinal);
        Assert.Contains("Навчити", Done("changes", "version", "zrazkiv-1", "1"), StringComparison.Ordinal);
        Assert.StartsWith("Ці зміни вже підтверджено.", Refused("amend", "zrazkiv-1", act, "--yes", "--as-of", Day), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_are_entered_by_hand_shown_and_confirmed()
    {
        Assert.StartsWith("Почато зміни 1.", Done("changes", "begin", "zrazkiv-1", "--number", "90", "--date", "16.09.2021", "--from", "16.09.2021", "--as-of", Day), StringComparison.Ordinal);
        Assert.Equal("У плані ще нічого не змінено. Змініть потрібні заходи або відповідайте на питання", Refused("changes", "confirm", "zrazkiv-1", "1", "--as-of", Day));
        Assert.Equal("Пункту 77 у плані немає. Перевірте номер: zakhid changes show", Refused("changes", "edit", "zrazkiv-1", "1", "--set", "77/term_text=до 1 грудня 2021 року", "--as-of", Day));

        Done("changes", "edit", "zrazkiv-1", "1", "--set", "1/term_text=До 1 грудня 2021 року", "--exclude", "3", "--as-of", Day);
        Done("changes", "add", "zrazkiv-1", "1", "Провести концерт.", "--no", "5", "--term-text", "IV квартал 2021 року", "--executors", "Відділ культури міської ради", "--as-of", Day);
        var shown = Done("changes", "show", "zrazkiv-1", "1", "--as-of", Day);
        Assert.Contains("1 Строк: «До 1 листопада 2021 року» → «До 1 грудня 2021 року»", shown, StringComparison.Ordinal);
        Assert.Contains("− 3 Навчити посадових осіб", shown, StringComparison.Ordinal);
        Assert.Contains("+ 5 Провести концерт.", shown, StringComparison.Ordinal);
        Assert.Contains("Відділ культури міської ради, 5, IV квартал: — → 17.12.2021", shown, StringComparison.Ordinal);

        Assert.Equal("zrazkiv-1: чинна редакція 2", Done("changes", "confirm", "zrazkiv-1", "1", "--as-of", Day).Trim());
        var owed = JsonDocument.Parse(Done("obligations", "zrazkiv-1", "--json", "--as-of", Day)).RootElement.EnumerateArray().Select(o => $"{o.GetProperty("executor")} {o.GetProperty("period")} {o.GetProperty("standing")}").ToList();
        Assert.Contains("Відділ культури міської ради 2021-Q4 expected", owed);
        Assert.Contains("Відділ кадрів міської ради 2021-Q4 lapsed", owed);
    }

    [Fact]
    public void Changes_that_do_not_hold_yet_are_put_away()
    {
        Done("changes", "begin", "zrazkiv-1", "--as-of", Day);
        Assert.Equal("Відкладено.", Done("changes", "withdraw", "zrazkiv-1", "1", "--as-of", Day).Trim());
        Assert.Equal("План не змінювали.", Done("changes", "list", "zrazkiv-1").Trim());
        Assert.Equal("Таких змін немає. Відкрийте план і його зміни", Refused("changes", "show", "zrazkiv-1", "1", "--as-of", Day));
    }

    [Fact]
    public void A_repeal_tells_both_rules_before_it_closes_the_plan()
    {
        var told = Done("repeal", "zrazkiv-1", "--ground", "рішення від 20.09.2021 № 5, пункт 4", "--as-of", Day);
        Assert.Contains("lapse: із ", told, StringComparison.Ordinal);
        Assert.Contains("owe: із ", told, StringComparison.Ordinal);
        Assert.Equal("Оберіть, що робити з відкритими звітами", Refused("repeal", "zrazkiv-1", "--ground", "рішення № 5", "--yes", "--as-of", Day));

        Assert.Contains("zrazkiv-1: закрито", Done("repeal", "zrazkiv-1", "--ground", "рішення від 20.09.2021 № 5", "--open", "lapse", "--yes", "--as-of", Day), StringComparison.Ordinal);
        Assert.Equal("План уже закрито 20 вересня 2021 року. Другий раз не треба", Refused("repeal", "zrazkiv-1", "--ground", "рішення № 5", "--open", "lapse", "--yes", "--as-of", Day));
        Assert.Equal("План закрито 20 вересня 2021 року, тож змін не внести. Перевірте, чи той це план", Refused("changes", "begin", "zrazkiv-1", "--as-of", Day));
    }

    [Fact]
    public void A_repeal_of_a_day_to_come_waits_for_it_and_can_be_withdrawn()
    {
        string Repeal(params string[] more) => Done(["repeal", "zrazkiv-1", "--ground", "рішення від 20.09.2021 № 5", "--day", "2021-11-01", "--open", "lapse", .. more, "--as-of", Day]);

        Assert.Contains("zrazkiv-1: втратить чинність 01.11.2021", Repeal("--yes"), StringComparison.Ordinal);
        Assert.Equal("План уже втрачає чинність 1 листопада 2021 року. Скасуйте те рішення, якщо день інший", Refused("repeal", "zrazkiv-1", "--ground", "рішення № 6", "--open", "lapse", "--yes", "--as-of", Day));
        Assert.Contains("zrazkiv-1: лишається чинним", Done("repeal", "zrazkiv-1", "--withdraw", "--as-of", Day), StringComparison.Ordinal);
        Assert.Contains("zrazkiv-1: втратить чинність 01.11.2021", Repeal("--yes"), StringComparison.Ordinal);
    }

    [Fact]
    public void Next_years_plan_begins_as_a_draft_with_its_years_moved()
    {
        var said = Done("rollover", "zrazkiv-1", "--as-of", Day);
        Assert.Contains("на 2022 рік", said, StringComparison.Ordinal);
        Assert.DoesNotContain("2021", said.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("/imports/2", said, StringComparison.Ordinal);
    }
}
