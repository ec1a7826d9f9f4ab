using System.Globalization;

namespace Zakhid.App.Pages.Plans;

/// A measure as the whole plan knows it: enough to count, to cut and to choose.
sealed record PlanRow(long Id, int Position, string? Number, int? SectionPosition, string? Section, DateOnly? WindowFrom, DateOnly? WindowTo)
{
    public string Shown => Number ?? Position.ToString(CultureInfo.InvariantCulture);
}
