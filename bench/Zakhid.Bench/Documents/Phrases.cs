using Zakhid.Documents.Reading;
using Zakhid.Executors;
using Zakhid.Terms;

namespace Zakhid.Bench.Documents;

static class Phrases
{
    /// Gives every phrase of the plan its meaning; the number of measures.
    public static int Understand(PlanReading plan)
    {
        var context = new TermContext(ActDate: plan.Act.Date);
        foreach (var measure in plan.Measures)
        {
            if (measure.TermText is { } term) TermLanguage.Read(term, TermClause.MeasureTerm, context);
            if (measure.ExecutorText is { } executors) ExecutorLanguage.Read(executors, plan.Act.Issuer);
        }
        return plan.Measures.Count;
    }
}
