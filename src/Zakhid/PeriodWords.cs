namespace Zakhid;

/// <summary>How often, as an adverb at the start of a clause.</summary>
static class PeriodWords
{
    /// <returns>«щокварталу»; null where the length is not known.</returns>
    public static string? Ukrainian(PeriodLength? length) => length switch
    {
        PeriodLength.Week => "щотижня",
        PeriodLength.Month => "щомісяця",
        PeriodLength.Quarter => "щокварталу",
        PeriodLength.HalfYear => "щопівроку",
        PeriodLength.Year => "щороку",
        _ => null,
    };
}
