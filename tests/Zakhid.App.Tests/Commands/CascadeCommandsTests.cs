namespace Zakhid.App.Tests.Commands;

/// Two authorities of one folder: a plan goes down as a package and becomes a draft of one's own; what was changed on the way is refused.
public sealed class CascadeCommandsTests : CommandTest
{
    static string Plan(string start) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), start + "*.docx").Single();

    [Fact]
    public void A_plan_goes_down_in_one_file_and_becomes_a_draft_of_ones_own()
    {
        Done("authority", "add", "hlukhiv", "Глухівська міська рада", "--head", "Міському голові");
        Done("authority", "add", "berezivka", "Березівська сільська рада", "--head", "Голові");
        Done("import", Plan("001"), "--authority", "hlukhiv", "--yes", "--as-of", "2020-08-04");
        var file = Path.Combine(Folder, "пакет.zip");

        Assert.Contains("пакет № 2020-0001, редакція 1", Done("exchange", "make", "hlukhiv-1", "--to", "Березівська сільська рада", "--out", file, "--as-of", "2020-08-05"), StringComparison.Ordinal);
        var told = Done("exchange", "check", file);
        Assert.Contains("Глухівська міська рада → Березівська сільська рада", told, StringComparison.Ordinal);
        Assert.Contains("Хто зробив пакет, каже лише підпис; програма його не перевіряє.", told, StringComparison.Ordinal);
        Assert.Equal("Цей пакет зробив ваш орган. Надішліть його адресатові", Refused("exchange", "take", file, "--authority", "hlukhiv"));

        var changed = Path.Combine(Folder, "змінений.zip");
        var bytes = File.ReadAllBytes(file);
        bytes[^100] ^= 1;
        File.WriteAllBytes(changed, bytes);
        Assert.Equal("Частину пакета ZIP змінено після того, як його зробили. Попросіть видавця надіслати пакет ще раз", Refused("exchange", "take", changed, "--authority", "berezivka"));
        Done("authority", "add", "esman", "Есманська селищна рада", "--edrpou", "04390185");
        Assert.Equal("Пакет призначено іншому органу: Березівська сільська рада. Передайте його за адресою", Refused("exchange", "take", file, "--authority", "esman"));

        Assert.Contains("вищий акт додано з його заходами й днем звіту", Done("exchange", "take", file, "--authority", "berezivka", "--as-of", "2020-08-06"), StringComparison.Ordinal);
        Assert.Contains("Цей пакет уже прийнято раніше: нічого не змінилося.", Done("exchange", "take", file, "--authority", "berezivka", "--as-of", "2020-08-06"), StringComparison.Ordinal);
        Assert.Contains("Проєкт чекає на сторінці /imports/1", Done("cascade", "derive", "149-ОД", "--authority", "berezivka", "--measure", "1", "3"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_acts_above_a_plan_are_entered_and_their_day_asked()
    {
        Done("authority", "add", "hlukhiv", "Глухівська міська рада", "--head", "Міському голові");
        Done("import", Plan("001"), "--authority", "hlukhiv", "--yes", "--as-of", "2020-08-04");
        Done("cascade", "above", "hlukhiv-1", "--issuer", "Сумська обласна державна адміністрація", "--kind", "розпорядження", "--number", "325-ОД", "--date", "2020-07-21");

        Assert.Contains("день невідомий", Done("cascade", "show", "hlukhiv-1"), StringComparison.Ordinal);
        Assert.Equal("Виходить коло: розпорядження від 03.08.2020 № 149-ОД уже стоїть нижче. Перевірте, який акт на виконання якого",
            Refused("cascade", "above", "hlukhiv-1", "--issuer", "Глухівська міська рада Сумської області", "--kind", "розпорядження", "--number", "149-ОД", "--date", "2020-08-03", "--over", "325-ОД"));
        Done("cascade", "day", "hlukhiv-1", "Міськвиконкоми — облдержадміністрації: щокварталу до 21 числа останнього місяця звітного періоду");
        Assert.Contains("щокварталу до 21 числа", Done("cascade", "show", "hlukhiv-1"), StringComparison.Ordinal);
        Assert.StartsWith("body,act,act_due", Done("cascade", "compare", "hlukhiv-1", "--csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_linked_or_placed_above_by_mistake_is_undone()
    {
        Done("authority", "add", "hlukhiv", "Глухівська міська рада", "--head", "Міському голові");
        Done("authority", "add", "zhytomyr", "Житомирська обласна державна адміністрація", "--head", "Голові");
        Done("import", Plan("001"), "--authority", "hlukhiv", "--yes", "--as-of", "2020-08-04");
        Done("import", Plan("004"), "--authority", "zhytomyr", "--yes", "--confirm", "all", "--as-of", "2020-08-04");
        var file = Path.Combine(Folder, "пакет.zip");
        Done("exchange", "make", "zhytomyr-1", "--to", "Глухівська міська рада", "--out", file, "--as-of", "2020-08-05");
        Done("exchange", "take", file, "--authority", "hlukhiv", "--as-of", "2020-08-06");
        Done("cascade", "above", "hlukhiv-1", "--issuer", "Житомирська обласна державна адміністрація", "--kind", "розпорядження", "--number", "464", "--date", "2020-08-13");

        var shown = Done("cascade", "show", "hlukhiv-1");
        Assert.Contains("464", shown, StringComparison.Ordinal);
        Assert.Equal("Пов’язано: 1", Done("cascade", "link", "hlukhiv-1", "--confirm", "1=2").Trim());
        Assert.Contains("1 → 2", Done("cascade", "link", "hlukhiv-1"), StringComparison.Ordinal);
        Assert.DoesNotContain("1 → 2", Done("cascade", "link", "hlukhiv-1", "--undo", "1=2"), StringComparison.Ordinal);
        Assert.Contains("Прибрано: ", Done("cascade", "remove", "hlukhiv-1"), StringComparison.Ordinal);
        Assert.Equal("Вищих актів ще не додано.", Done("cascade", "show", "hlukhiv-1").Trim());
    }
}
