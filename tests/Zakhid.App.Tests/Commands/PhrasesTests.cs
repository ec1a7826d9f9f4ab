using System.Text.Json;

namespace Zakhid.App.Tests.Commands;

/// What scripts rely on: `zakhid phrases terms` and `zakhid explain`, run as processes.
public sealed class PhrasesTests
{
    [Fact]
    public void Meanings_come_in_the_order_of_the_phrases_with_their_ids()
    {
        var (status, said, _) = ZakhidProcess.Run(
            """
            {"id":"b","phrase":"III квартал","clause":"measure_term","context":{"plan_from":"2020-01-01","plan_to":"2020-12-31","act_date":"2020-08-03"}}

            {"id":7,"phrase":"щокварталу до 17 числа останнього місяця звітного періоду","clause":"report_clause","context":null}
            """, "phrases", "terms");

        Assert.Equal(0, status);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["\"b\"", "7"], lines.Select(line => line.GetProperty("id").GetRawText()));
        Assert.Equal("2020-09-30", lines[0].GetProperty("meaning").GetProperty("end").GetString());
        Assert.Equal("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=17", lines[1].GetProperty("meaning").GetProperty("rrules")[0].GetString());
        Assert.Equal("current_period", lines[1].GetProperty("meaning").GetProperty("reports_on").GetString());
    }

    [Fact]
    public void A_line_that_is_not_JSON_is_refused_with_its_number_after_the_good_ones()
    {
        var (status, said, failed) = ZakhidProcess.Run("{\"id\":1,\"phrase\":\"Постійно\"}\nПостійно\n", "phrases", "terms");

        Assert.Equal(1, status);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.Length > 0 && line.Contains("\"kind\":\"continuous\"", StringComparison.Ordinal));
        Assert.Equal("Рядок 2 не є JSON-об’єктом: виправте його і повторіть.", failed.Trim());
    }

    [Fact]
    public void A_phrase_is_explained_for_a_person()
    {
        var (status, said, _) = ZakhidProcess.Run("", "explain", "III квартал", "--from", "2020-01-01", "--to", "2020-12-31");

        Assert.Equal(0, status);
        Assert.Equal(
            [
                "Проміжок: з 1 липня 2020 року до 30 вересня 2020 року; результат потрібен в останній день.",
                "Рік у фразі не названо: його взято з плану або дати акта.",
            ],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_day_that_is_not_a_date_is_wrong_usage()
    {
        var (status, _, failed) = ZakhidProcess.Run("", "explain", "III квартал", "--from", "вчора");

        Assert.Equal(2, status);
        Assert.Contains("Напишіть --from як 2020-12-31: «вчора» не є датою.", failed, StringComparison.Ordinal);
    }
}
