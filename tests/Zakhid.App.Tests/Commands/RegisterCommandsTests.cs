using System.Text.Json;

namespace Zakhid.App.Tests.Commands;

/// The register of bodies and the people of an authority, changed from the shell as their pages change them.
public sealed class RegisterCommandsTests : CommandTest
{
    string[] In(params string[] arguments) => [.. arguments, "--authority", "zrazkiv"];

    public RegisterCommandsTests() => Done("authority", "add", "zrazkiv", "Зразківська міська рада", "--head", "Міському голові");

    [Fact]
    public void A_card_is_changed_line_by_line_and_its_old_name_stays_known()
    {
        Done(In("bodies", "add", "Відділ освіти", "--edrpou", "14360570", "--phone", "0 5444 22 33 44"));

        Assert.Equal("Перевірте код ЄДРПОУ 14360571: остання цифра не сходиться, за рештою має бути 0", Refused(In("bodies", "change", "Відділ освіти", "--edrpou", "14360571")));
        Assert.Equal("Змінено.", Done(In("bodies", "change", "Відділ освіти", "--name", "Відділ освіти і науки", "--email", "osvita@rada.gov.ua", "--phone", "")).Trim());

        var card = JsonDocument.Parse(Done(In("bodies", "show", "Відділ освіти", "--json"))).RootElement;
        Assert.Equal("Відділ освіти і науки 14360570 osvita@rada.gov.ua", $"{card.GetProperty("name")} {card.GetProperty("edrpou")} {card.GetProperty("email")}");
        Assert.Equal(JsonValueKind.Null, card.GetProperty("phone").ValueKind);
    }

    [Fact]
    public void A_post_has_one_holder_a_day_and_who_acts_for_him_signs()
    {
        Done(In("bodies", "add", "Відділ освіти"));
        Done(In("bodies", "post", "Відділ освіти", "начальник відділу"));
        Done(In("bodies", "appoint", "Відділ освіти", "начальник відділу", "Олена ЗРАЗОК", "--from", "2020-01-01", "--ground", "розпорядження № 5-к"));

        Assert.Equal("Посаду з 1 січня 2020 року займає Олена ЗРАЗОК. Вкажіть спершу останній день", Refused(In("bodies", "appoint", "Відділ освіти", "начальник відділу", "Іван ПРИКЛАД", "--from", "2020-06-01")));
        Assert.Equal("Перший день на посаді — 1 липня 2020 року, а останній — 1 червня 2020 року. Виправте дні", Refused(In("bodies", "appoint", "Відділ освіти", "начальник відділу", "Іван ПРИКЛАД", "--acting", "temporary", "--from", "2020-07-01", "--to", "2020-06-01")));
        Done(In("bodies", "appoint", "Відділ освіти", "начальник відділу", "Іван ПРИКЛАД", "--acting", "temporary", "--from", "2020-07-01", "--to", "2020-07-20"));

        Assert.Contains("начальник відділу: т.в.о. Іван ПРИКЛАД", Done(In("bodies", "show", "Відділ освіти", "--as-of", "2020-07-10")), StringComparison.Ordinal);
        Assert.Contains("начальник відділу: Олена ЗРАЗОК", Done(In("bodies", "show", "Відділ освіти", "--as-of", "2020-08-10")), StringComparison.Ordinal);
        Assert.Equal("Олена ЗРАЗОК: з 01.01.2020 до 31.08.2020.", Done(In("bodies", "release", "Відділ освіти", "начальник відділу", "--to", "2020-08-31", "--name", "Олена ЗРАЗОК")).Trim());
        Assert.Contains("начальник відділу: вакантна", Done(In("bodies", "show", "Відділ освіти", "--as-of", "2020-09-10")), StringComparison.Ordinal);
        Assert.Equal("Посади «заступник» в органу немає. Є: начальник відділу", Refused(In("bodies", "release", "Відділ освіти", "заступник")));
    }

    [Fact]
    public void What_was_entered_by_mistake_is_taken_back_and_what_was_withdrawn_comes_back()
    {
        Done(In("bodies", "add", "Сільські ради", "--group"));
        Done(In("bodies", "members", "Сільські ради", "--add", "Перша рада", "Друга рада", "--new", "--from", "2020-01-01"));
        Assert.DoesNotContain("Друга", Done(In("bodies", "members", "Сільські ради", "--mistake", "Друга рада")), StringComparison.Ordinal);
        Assert.StartsWith("Група «Сільські ради» не може бути членом самої себе", Refused(In("bodies", "members", "Сільські ради", "--add", "Сільські ради")), StringComparison.Ordinal);

        Done(In("bodies", "withdraw", "Друга рада", "--ground", "внесено помилково"));
        var gone = Done(In("bodies", "list", "--withdrawn")).Trim();
        Assert.EndsWith("Друга рада", gone, StringComparison.Ordinal);
        Assert.Equal("Повернуто.", Done(In("bodies", "restore", gone.Split(' ')[0])).Trim());
        Assert.Contains("Друга рада", Done(In("bodies", "list")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_gets_a_role_an_address_a_calendar_and_a_closed_door()
    {
        Done(In("bodies", "add", "Відділ освіти"));
        Assert.Equal("Оберіть орган, за який звітує ця особа", Refused(In("people", "add", "osvita", "начальник відділу", "--role", "executor")));
        Assert.StartsWith("Тимчасовий пароль: ", Done(In("people", "add", "osvita", "начальник відділу", "--role", "executor", "--body", "Відділ освіти")), StringComparison.Ordinal);
        Assert.Equal("Напишіть одну адресу як kultura@rada.gov.ua: «osvita» нею не є", Refused(In("people", "email", "osvita", "osvita")));
        Done(In("people", "email", "osvita", "osvita@rada.gov.ua"));
        Done(In("people", "role", "osvita", "--role", "coordinator"));

        var first = Done(In("people", "calendar", "osvita")).Trim();
        Assert.Matches("^/feeds/1-[0-9]+-[A-Za-z0-9_-]{43}\\.ics$", first);
        Assert.NotEqual(first, Done(In("people", "calendar", "osvita")).Trim());
        Assert.Equal("Адресу закрито.", Done(In("people", "calendar", "osvita", "--close")).Trim());

        Assert.Equal("Вхід закрито.", Done(In("people", "block", "osvita")).Trim());
        var line = Done(In("people", "list")).Trim();
        Assert.Contains("Coordinator", line, StringComparison.Ordinal);
        Assert.EndsWith("начальник відділу, Відділ освіти, osvita@rada.gov.ua — вхід закрито", line, StringComparison.Ordinal);
        Assert.Equal("Логіна «kultura» немає. Перевірте його: zakhid people list", Refused(In("people", "unblock", "kultura")));
    }
}
