using Zakhid.Executors;

namespace Zakhid.Tests.Executors;

public sealed class ExecutorLinesTests
{
    [Theory]
    [InlineData("Відділ культури", "Відділ культури", ExecutorRole.Responsible, false)]
    [InlineData("Відділ культури — співвиконавець", "Відділ культури", ExecutorRole.CoExecutor, false)]
    [InlineData("ГУНП в області — головний виконавець (за згодою)", "ГУНП в області", ExecutorRole.Lead, true)]
    [InlineData("ЦНАП (за згодою)", "ЦНАП", ExecutorRole.Responsible, true)]
    [InlineData("Школа — дитячий садок", "Школа — дитячий садок", ExecutorRole.Responsible, false)]
    public void A_line_is_a_body_with_its_role_and_consent(string line, string name, ExecutorRole role, bool byConsent)
    {
        var executor = Assert.Single(ExecutorLines.Read(line));

        Assert.Equal((name, role, byConsent), (executor.Name, executor.Role, executor.ByConsent));
        Assert.Equal(line, ExecutorLines.Write(executor.Name, executor.Role!.Value, executor.ByConsent));
    }

    [Fact]
    public void Blank_lines_are_no_bodies() => Assert.Equal(["один", "два"], ExecutorLines.Read("один\n\n  \nдва\n(за згодою)").Select(e => e.Name));
}
