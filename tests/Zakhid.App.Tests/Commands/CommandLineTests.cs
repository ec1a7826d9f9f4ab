using Zakhid.App.Commands;
using Zakhid.App.Commands.Read;
using Zakhid.Documents.Reading;

namespace Zakhid.App.Tests.Commands;

public class CommandLineTests
{
    [Fact]
    public void A_command_is_found_by_the_name_it_has() =>
        Assert.All(CommandLine.Commands, command => Assert.Equal(command.Name, command.Create().Name));

    [Fact]
    public void A_named_command_alone_is_made_and_still_understands_its_own_line()
    {
        var (status, said, _) = ZakhidProcess.Run("", "read", "--help");
        Assert.Equal(0, status);
        Assert.Contains("zakhid read", said, StringComparison.Ordinal);

        var (all, list, _) = ZakhidProcess.Run("", "--help");
        Assert.Equal(0, all);
        Assert.All(CommandLine.Commands, command => Assert.Contains($"  {command.Name} ", list, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_of_the_head_start_is_read_to_its_end()
    {
        var read = PlanReader.Read(HeadStart.Plan);
        Assert.Equal("розпорядження", read.Act.Kind);
        Assert.Equal(2, read.Measures.Count);
        Assert.All(HeadStart.Ends, end => end());
    }
}
