using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Reading;

/// <summary>Acts cut in two, glued to others, with words lost, doubled and out of order: nobody's act, but some file is like it.</summary>
public sealed class MangledActTests
{
    static readonly List<List<string>> s_acts = [.. ActTests.Names().Select(row => ActFile.Lines(row.Data))];
    static readonly string[] s_joints = [" – ", ". ", "; ", " (", ", ", "¶", "→"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_mangled_act_is_read_to_its_end_and_every_measure_has_a_text(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var lines = Mangle(random);

            var reading = PlanReader.Read(ActFile.Lay(lines));

            Assert.All(reading.Measures, measure => Assert.False(string.IsNullOrWhiteSpace(measure.Text), string.Join('\n', lines)));
        }
    }

    static List<string> Mangle(Random random)
    {
        var (first, second) = (s_acts[random.Next(s_acts.Count)], s_acts[random.Next(s_acts.Count)]);
        var lines = first.Take(random.Next(1, first.Count + 1)).Concat(second.Skip(random.Next(second.Count))).Where(_ => random.Next(12) > 0).ToList();
        if (lines.Count == 0) lines.Add("…");
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith('|')) { lines[i] = lines[i].Replace('^', ' ').Replace('<', ' '); continue; }
            if (random.Next(4) > 0) continue;
            var words = lines[i].Split(' ');
            lines[i] = random.Next(4) switch
            {
                0 => lines[i][..random.Next(lines[i].Length + 1)],
                1 => string.Join(' ', words.OrderBy(_ => random.Next())),
                2 => lines[i] + s_joints[random.Next(s_joints.Length)] + first[random.Next(first.Count)].Replace('|', ' '),
                _ => second[random.Next(second.Count)].Replace('|', ' '),
            };
        }
        return lines;
    }
}
