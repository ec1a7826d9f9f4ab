using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Zakhid.App.Figures;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Reporting;

namespace Zakhid.App.Tests.Figures;

/// <summary>Who has reported, as squares where these can be looked through, as numbers where there are hundreds.</summary>
public partial class HeatMapTests
{
    static readonly DateOnly Today = new(2020, 9, 16);
    static readonly ReportingPeriod Second = ReportingPeriod.Parse("2020-Q2"), Third = ReportingPeriod.Parse("2020-Q3");

    static OwedReport Told(string body, ReportingPeriod period, int count, ReportState state, ConsentState? consent = null) => new()
    {
        Body = body,
        BodyName = $"Відділ {body}",
        Measure = "",
        Count = count,
        Period = period,
        Due = period == Second ? new(2020, 6, 17) : new(2020, 9, 17),
        ReturnedDue = state == ReportState.Returned ? new(2020, 9, 21) : null,
        State = state,
        Consent = consent,
    };

    static string Shown(IReadOnlyList<OwedReport> around, params ObligationLine[] lines)
    {
        var periods = HeatRow.Fitting(around, Today);
        using var html = new StringWriter();
        HeatMap.Of(around, HeatRow.ByTrouble(around, periods, Today), lines, periods, Today, english: false, name => name).WriteTo(html, HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(html.ToString());
    }

    [Fact]
    public void Hundreds_of_reports_are_told_by_how_many_stand_how_with_a_way_to_their_list()
    {
        var map = Shown(
        [
            Told("1", Second, 17, ReportState.Expected), Told("1", Second, 3, ReportState.Draft), Told("1", Second, 14, ReportState.Returned), Told("1", Second, 4, ReportState.Submitted), Told("1", Second, 1203, ReportState.Accepted),
            Told("1", Third, 238, ReportState.Expected), Told("1", Third, 5, ReportState.Expected, ConsentState.Asked),
        ]);

        Assert.Equal(
        [
            "owed 2020-Q2 ! прострочено: 20", "owed 2020-Q2 Д на доопрацюванні: 14", "Submitted 2020-Q2 ▲ подано, розглядається: 4", "Accepted 2020-Q2 П прийнято: 1\u00A0203",
            "owed 2020-Q3 · очікується, скоро строк: 238", "Apart 2020-Q3 ? за згодою, відповіді немає: 5",
        ], Count().Matches(map).Select(m => $"{m.Groups[2]} {m.Groups[1]} {m.Groups[3]} {m.Groups[4]}{m.Groups[5]}"));
        Assert.Contains("0 з 238", map, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_reports_are_squares_and_the_worst_body_is_on_top()
    {
        ObligationLine Line(long id, long body, string state, int position) => new() { Id = id, BodyId = body, Body = $"Відділ {body}", PeriodCode = Third.Code, Position = position, Standing = state, DueDay = new(2020, 9, 17), Adjusted = new(2020, 9, 17) };
        var map = Shown([Told("1", Third, 2, ReportState.Accepted), Told("2", Third, 1, ReportState.Expected), Told("3", Third, 40, ReportState.Accepted)],
            Line(11, 1, "Accepted", 2), Line(12, 1, "Accepted", 1), Line(21, 2, "Expected", 7));

        Assert.Equal(["Відділ 2", "Відділ 1", "Відділ 3"], Row().Matches(map).Select(m => m.Groups[1].Value));
        Assert.Equal(["21 7 ·", "12 1 П", "11 2 П"], Square().Matches(map).Select(m => $"{m.Groups[1]} {m.Groups[2]} {m.Groups[3]}"));
        Assert.Equal(["40"], Count().Matches(map).Select(m => m.Groups[5].Value));
    }

    [Fact]
    public void As_many_periods_are_shown_as_there_is_room_for_and_what_is_overdue_before_what_is_to_come()
    {
        IReadOnlyList<OwedReport> Around(int each) => [.. new[] { "2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4" }.Select(code => Told("1", ReportingPeriod.Parse(code), each, code == "2020-Q2" ? ReportState.Expected : ReportState.Accepted) with
        {
            Due = ReportingPeriod.Parse(code).End.AddDays(-13),
        })];

        Assert.Equal(["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"], HeatRow.Fitting(Around(3), Today).Select(p => p.Code));
        Assert.Equal(["2020-Q2", "2020-Q3"], HeatRow.Fitting(Around(7), Today).Select(p => p.Code));
        Assert.Equal(["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"], HeatRow.Fitting(Around(300), Today).Select(p => p.Code));
    }

    [GeneratedRegex("class=\"tag n [a-z]+\" href=\"/obligations\\?body=\\d+&period=([^&]+)&standing=(\\w+)\"><span class=\"mk\" aria-hidden=\"true\">(.)</span><span class=\"hide\">([^<]+)</span>([^<]+)<")]
    private static partial Regex Count();

    [GeneratedRegex("<th scope=\"row\"><a href=\"[^\"]+\">([^<]+)<")]
    private static partial Regex Row();

    [GeneratedRegex("href=\"/reports/(\\d+)\"><span class=\"hide\">Захід </span><i>(\\d+)</i><b aria-hidden=\"true\">(.)<")]
    private static partial Regex Square();
}
