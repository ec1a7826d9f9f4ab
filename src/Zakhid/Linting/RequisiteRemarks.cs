namespace Zakhid.Linting;

/// <summary>act.draft, act.no-date, act.no-number.</summary>
static class RequisiteRemarks
{
    public static IEnumerable<Remark> Of(LintedPlan plan)
    {
        if (plan.Act.Kind is null && plan.Measures.Count == 0) yield break;
        if (plan.IsDraft)
            yield return new("act.draft", "/act/status", null, "Акт не має дати або номера: це проєкт.", "Внесіть реквізити після підписання; доти план не ставиться на контроль.", Severity.Question);
        else if (plan.Act.Date is null)
            yield return new("act.no-date", "/act/date", null, "Дати акта не знайдено.", "Внесіть дату акта.", Severity.Question);
        // A plan approved by a mark alone («ЗАТВЕРДЖУЮ») has no number of its own.
        else if (plan.Act.Number is null && plan.Act.Kind != "план заходів")
            yield return new("act.no-number", "/act/number", null, "Номера акта не знайдено.", "Внесіть номер акта.", Severity.Question);
    }
}
