using Zakhid.Obligations;

namespace Zakhid.Tests.Obligations;

public class PlanPeriodTests
{
    [Theory]
    [InlineData("Про план заходів щодо реалізації в місті Глухові у 2020 році Стратегії комунікації у сфері європейської інтеграції на 2018-2021 роки", "2020-01-01", "2020-12-31")]
    [InlineData("Про затвердження Плану реалізації Комунікаційної стратегії на ІІ-ІV квартали 2021 року", "2021-04-01", "2021-12-31")]
    [InlineData("щодо реалізації Стратегії комунікації на період до 2025 року", "2022-02-17", "2025-12-31")]
    [InlineData("з питань євроатлантичної інтеграції України на 2019 рік", "2019-01-01", "2019-12-31")]
    [InlineData("Програма розвитку на 2024–2026 роки", "2024-01-01", "2026-12-31")]
    [InlineData("Про заходи з благоустрою", "2022-02-17", null)]
    public void The_title_tells_the_days_of_a_plan(string title, string from, string? to)
    {
        Assert.Equal(new(DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to)), PlanPeriod.Of(title, new(2022, 2, 17)));
    }
}
