using System.Globalization;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>A measure of a higher plan, as printed there.</summary>
/// <param name="Position">Its name here, whatever edition comes.</param>
/// <param name="Place">In the plan as it is now, from one; null: not in it any more.</param>
public sealed record HigherMeasure(int Position, int? Place, string? Section, string? Number, string Text, string? Criteria, string? TermText, string? ExecutorText)
{
    /// <summary>Its number as printed, else its place.</summary>
    public string Named => Number ?? (Place ?? Position).ToString(CultureInfo.InvariantCulture);

    /// <summary>In the order of the plan as it is now.</summary>
    /// <param name="gone">Also what is not in it any more, at the end.</param>
    public static Task<List<HigherMeasure>> Of(Scope scope, long higher, bool gone = false) => scope.All<HigherMeasure>($"""
        SELECT position, place, section, number, text, criteria, term_text, executor_text FROM higher_measure
        WHERE authority_id = @authority AND higher_id = @higher{(gone ? "" : " AND place IS NOT NULL")} ORDER BY COALESCE(place, 1000000), position
        """, new { higher });
}
