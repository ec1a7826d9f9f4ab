using Zakhid.Criteria;
using Zakhid.Documents.Reading;
using Zakhid.Terms;

namespace Zakhid.Bench.Documents;

static class Phrases
{
    /// Gives every phrase of the plan its meaning (the executors have theirs from the reading); the number of measures.
    public static int Understand(PlanReading plan)
    {
        var context = new TermContext(ActDate: plan.Act.Date);
        foreach (var measure in plan.Measures)
        {
            if (measure.TermText is { } term) TermLanguage.Read(term, TermClause.MeasureTerm, context);
            CriteriaLanguage.Read(measure.Criteria);
        }
        return plan.Measures.Count;
    }
}
