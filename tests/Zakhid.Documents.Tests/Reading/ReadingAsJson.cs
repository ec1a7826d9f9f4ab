using System.Text;
using System.Text.Json.Nodes;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Reading;

public class ReadingAsJson
{
    static JsonNode Write(PlanReading reading)
    {
        var buffer = new MemoryStream();
        ReadingJson.Write(reading, buffer);
        return JsonNode.Parse(buffer.ToArray())!;
    }

    static readonly PlanReading Reading = new()
    {
        FileName = "план.docx",
        Act = new()
        {
            Issuer = "Виконавчий комітет",
            Kind = "рішення",
            Number = "239",
            Date = new(2017, 10, 31),
            Title = "Про план",
            IsDraft = true,
            Supersedes = [new("рішення", "12", new(2016, 1, 5))],
            Reporting =
            [
                new() { Who = "виконавцям", To = "відділу", Periodicity = PeriodLength.HalfYear, Day = 5, MonthRule = MonthRule.Fixed, Months = [7, 1], Text = "…" },
                new() { Who = "відділу", Once = true, Text = "…" },
            ],
        },
        Sections = ["I. Розділ"],
        Measures = [new()
        {
            Number = "7-1", Section = "I. Розділ", Text = "Провести «навчання» <разом>", Executors = [new("Відділ освіти", ByConsent: true)], Supervisors = ["Голова"], Venue = "сесійна зала",
            FundingItems = [new("місцевий бюджет", new Dictionary<string, decimal> { ["2024"] = 12.5m })], Indicators = new Dictionary<string, string> { ["2024"] = "3" },
        }],
        Remarks = [new("term.missing", "/measures/0/term_text", new(Table: 1, Row: 2, Cell: 3), "Захід 7-1 не має строку", "Вкажіть строк", Severity.Question)],
        Places = new Dictionary<string, Place> { ["/act/date"] = new(Page: 2, Paragraph: 4, Box: new(10.123, 20, 30, 40)) },
        Unsure = ["/act/date"],
    };

    [Fact]
    public void The_act_has_the_keys_of_the_schema()
    {
        var act = Write(Reading)["act"]!;
        Assert.Equal("2017-10-31", (string?)act["date"]);
        Assert.Equal("draft", (string?)act["status"]);
        Assert.Null(act["signatory"]);
        Assert.Equal("""{"kind":"рішення","number":"12","date":"2016-01-05"}""", Compact(act["supersedes"]![0]!));
        Assert.Equal("fixed:07,01", (string?)act["reporting"]![0]!["month_rule"]);
        Assert.Equal("щопівроку", (string?)act["reporting"]![0]!["periodicity"]);
        Assert.Equal("одноразово", (string?)act["reporting"]![1]!["periodicity"]);
        Assert.False(act.AsObject().ContainsKey("amends"));
    }

    [Fact]
    public void A_measure_says_null_for_what_the_plan_does_not_have()
    {
        var measure = Write(Reading)["measures"]![0]!;
        Assert.Equal("""{"no":"7-1","section":"I. Розділ","text":"Провести «навчання» <разом>","goal":null,"audience":null,"criteria":null,"funding":null,"term_text":null,"executors":[{"name":"Відділ освіти","consent":true}],"place":"сесійна зала","supervisors":["Голова"],"indicators":{"2024":"3"},"funding_items":[{"source":"місцевий бюджет","2024":12.5}]}""", Compact(measure));
    }

    [Fact]
    public void Remarks_places_and_doubts_stand_beside_it()
    {
        var json = Write(Reading);
        Assert.Equal("""{"code":"term.missing","pointer":"/measures/0/term_text","place":{"table":1,"row":2,"cell":3},"text":"Захід 7-1 не має строку","proposal":"Вкажіть строк","severity":"question"}""", Compact(json["remarks"]![0]!));
        Assert.Equal("""{"/act/date":{"page":2,"paragraph":4,"box":[10.12,20,30,40]}}""", Compact(json["places"]!));
        Assert.Equal("/act/date", (string?)json["unsure"]![0]);
    }

    [Fact]
    public void A_refused_file_says_why()
    {
        var buffer = new MemoryStream();
        ReadingJson.WriteRefusal("бомба.docx", Refusal.ForgedSize("бомба.docx"), buffer);
        Assert.Equal("""{"file":"бомба.docx","refused":true,"code":"forged_size","reason":"У файлі «бомба.docx» записано не той розмір, що є насправді. Попросіть автора зберегти його заново як DOCX"}""",
            Compact(JsonNode.Parse(Encoding.UTF8.GetString(buffer.ToArray()))!));
    }

    static string Compact(JsonNode node) => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
