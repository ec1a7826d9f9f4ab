using Zakhid.Criteria;
using Zakhid.Documents.Reading;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Bench.Documents;

static class Phrases
{
    /// Gives every phrase of the plan its meaning (the executors have theirs from the reading); the number of measures.
    public static int Understand(PlanReading plan)
    {
        var context = new TermContext(ActDate: plan.Act.Date);
        // As an import does.
        var term = Once.Of(plan.Measures.Select(m => m.TermText), text => TermLanguage.Read(text, TermClause.MeasureTerm, context));
        var criteria = Once.Of(plan.Measures.Select(m => m.Criteria), CriteriaLanguage.Read);
        return plan.Measures.Count(m => (m.TermText is null || term(m.TermText) is not null) && (m.Criteria is null || criteria(m.Criteria) is not null));
    }
}
