namespace Zakhid.Bench.Documents;

/// `zakhid read` of a real plan from start to end, published as it is shipped, beside a bare walk over the same file.
static class WholeProcess
{
    public static IEnumerable<Line> Run()
    {
        var folder = Directory.CreateTempSubdirectory("zakhid-bench-");
        var program = Published.As("src/Zakhid.App/Zakhid.App.csproj", "zakhid", folder.FullName);
        var bare = Published.As("bench/BareWalk/BareWalk.csproj", "BareWalk", folder.FullName);
        var (ratios, shown) = (new List<double>(), new List<Line>());
        foreach (var plan in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Cases", "plans", "docs"), "*.docx").Order(StringComparer.Ordinal))
        {
            Machine.Run(program, "read", plan, "--json");
            var ours = Machine.MedianOfProcess(9, program, "read", plan, "--json")!.Value;
            var walk = Machine.MedianOfProcess(9, bare, plan)!.Value;
            ratios.Add(ours / walk);
            shown.Add(new($"zakhid read {Path.GetFileName(plan)[..3]}, whole process, median of 9 (bare walk {walk:0} ms)", ours, "ms"));
        }
        folder.Delete(recursive: true);
        return [.. shown, new("  ratio, median of the five plans", Machine.Median([.. ratios]), "×", AtMost: 2)];
    }
}
