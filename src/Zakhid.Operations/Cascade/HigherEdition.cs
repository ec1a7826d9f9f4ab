using Zakhid.Cascade;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>A measure of a later edition that may be an earlier one reworded, or a new one; own measures are linked to the earlier.</summary>
/// <param name="Place">Of the later measure in its plan, from one.</param>
/// <param name="Text">Of the later measure.</param>
/// <param name="Earlier">The one that it may be.</param>
public sealed record UnsureMeasure(int Place, string? Number, string Text, HigherMeasure Earlier);

/// <summary>
/// The measures of a higher act as a later edition of it brings them: what is the same keeps its links, in whatever place it stands now;
/// what is not there any more is kept without a place. Where own measures are linked and it is not sure which measure is which, a
/// person says.
/// </summary>
static class HigherEdition
{
    /// <summary>What has to be asked before the edition is taken.</summary>
    /// <param name="said">What a person has said: place in the later edition → position of the earlier measure, null where it is new.</param>
    public static async Task<List<UnsureMeasure>> Unsure(Scope scope, long higher, IReadOnlyList<Measure> measures, IReadOnlyDictionary<int, int?> said)
    {
        var earlier = await HigherMeasure.Of(scope, higher);
        if (earlier.Count == 0) return [];
        var linked = await Linked(scope, higher);
        return [.. Match(earlier, measures).Select((same, i) => (same, Place: i + 1))
            .Where(m => m.same is { IsSure: false, Earlier: { } at } && linked.Contains(earlier[at].Position) && !said.ContainsKey(m.Place))
            .Select(m => new UnsureMeasure(m.Place, measures[m.Place - 1].Number, measures[m.Place - 1].Text, earlier[m.same.Earlier!.Value]))];
    }

    /// <summary>What is unsure, asks nobody and has not been said is new: no link is carried over by a guess.</summary>
    public static async Task Keep(WriteScope w, long higher, IReadOnlyList<Measure> measures, IReadOnlyDictionary<int, int?> said)
    {
        if (measures.Count == 0) return;
        var earlier = await HigherMeasure.Of(w, higher);
        var linked = await Linked(w, higher);
        var free = await w.One<int>("SELECT COALESCE(MAX(position), 0) FROM higher_measure WHERE authority_id = @authority AND higher_id = @higher", new { higher });
        await w.Do("UPDATE higher_measure SET place = NULL WHERE authority_id = @authority AND higher_id = @higher", new { higher });
        var match = Match(earlier, measures);
        var taken = said.Values.OfType<int>().ToHashSet();
        for (var i = 0; i < measures.Count; i++)
        {
            int? stands = said.TryGetValue(i + 1, out var chosen) ? chosen
                : match[i].Earlier is { } at && !taken.Contains(earlier[at].Position) && (match[i].IsSure || !linked.Contains(earlier[at].Position)) ? earlier[at].Position : null;
            var (m, position) = (measures[i], stands ?? ++free);
            await w.Do("""
                INSERT INTO higher_measure (authority_id, higher_id, position, place, section, number, text, criteria, term_text, executor_text)
                VALUES (@authority, @higher, @position, @place, @Section, @Number, @Text, @Criteria, @TermText, @ExecutorText)
                ON CONFLICT (authority_id, higher_id, position) DO UPDATE SET place = @place, section = @Section, number = @Number, text = @Text, criteria = @Criteria, term_text = @TermText, executor_text = @ExecutorText
                """, new { higher, position, place = i + 1, m.Section, m.Number, m.Text, m.Criteria, m.TermText, m.ExecutorText });
        }
    }

    static IReadOnlyList<SameMeasure> Match(List<HigherMeasure> earlier, IReadOnlyList<Measure> measures) => MeasureIdentity.Of(earlier.ConvertAll(h => (h.Number, h.Text)), [.. measures.Select(m => (m.Number, m.Text))]);

    static async Task<HashSet<int>> Linked(Scope scope, long higher) => [.. await scope.All<int>("""
        SELECT position FROM measure_above WHERE authority_id = @authority AND higher_id = @higher AND withdrawn_at IS NULL
        UNION SELECT position FROM import_above WHERE authority_id = @authority AND higher_id = @higher
        """, new { higher })];
}
