using Zakhid.Bodies;
using Zakhid.Linting;

namespace Zakhid.Documents.Reading;

/// <summary>A reading with what the linter says of it, beside the reader's own remarks; nothing is said twice.</summary>
public static class Linted
{
    /// <summary>Of a reading as corrected, too: remarks that a correction has answered are gone.</summary>
    /// <param name="reading">As read, or as corrected.</param>
    /// <param name="register">The bodies of the authority; null: not asked.</param>
    public static PlanReading Of(PlanReading reading, BodyRegister? register = null)
    {
        if (reading.Measures.Count == 0) return reading;
        var found = PlanLinter.Check(reading.Act, reading.PlanTitle, reading.Measures, pointer => reading.Places.GetValueOrDefault(pointer), register);
        var own = reading.Remarks.Where(remark => !PlanLinter.Codes.Contains(remark.Code));
        return reading with { Remarks = [.. own, .. found] };
    }
}
