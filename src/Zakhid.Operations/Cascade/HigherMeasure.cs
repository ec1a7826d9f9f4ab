using System.Globalization;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>A measure of a higher plan, as printed there.</summary>
public sealed record HigherMeasure(int Position, string? Section, string? Number, string Text, string? Criteria, string? TermText, string? ExecutorText)
{
    /// <summary>Its number as printed, else its place.</summary>
    public string Named => Number ?? Position.ToString(CultureInfo.InvariantCulture);

    public static Task<List<HigherMeasure>> Of(Scope scope, long higher) => scope.All<HigherMeasure>(
        "SELECT position, section, number, text, criteria, term_text, executor_text FROM higher_measure WHERE authority_id = @authority AND higher_id = @higher ORDER BY position", new { higher });
}
