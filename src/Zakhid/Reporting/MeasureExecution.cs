namespace Zakhid.Reporting;

/// <summary>How far a measure is, from what was confirmed of each executor that owes on it.</summary>
public static class MeasureExecution
{
    /// <param name="confirmed">One for each executor that is counted: his newest confirmed state, null where there is none yet.</param>
    /// <returns>
    /// Null: nothing is confirmed. Done only when every executor's part is; what nobody needs any more, and what no case
    /// arose for, does not stand in its way. One part behind («не виконано») beside others makes it partly done.
    /// </returns>
    public static ExecutionState? Of(IReadOnlyCollection<ExecutionState?> confirmed)
    {
        var known = confirmed.Where(state => state is not null).Select(state => state!.Value).ToHashSet();
        if (known.Count == 0) return null;
        if (known.Count == 1 && known.Single() is not ExecutionState.Done) return known.Single();
        known.Remove(ExecutionState.Obsolete);
        if (known.Count > 1) known.Remove(ExecutionState.NoOccasion);
        if (known is { Count: 1 } && known.Contains(ExecutionState.NoOccasion)) return ExecutionState.NoOccasion;
        if (known.SetEquals([ExecutionState.Done])) return confirmed.Contains(null) ? ExecutionState.InProgress : ExecutionState.Done;
        if (known.SetEquals([ExecutionState.NotDone]) || known.SetEquals([ExecutionState.NotYetDue])) return known.Single();
        if (known.SetEquals([ExecutionState.NotDone, ExecutionState.NotYetDue])) return ExecutionState.NotDone;
        return known.Contains(ExecutionState.PartlyDone) || known.Contains(ExecutionState.NotDone) ? ExecutionState.PartlyDone : ExecutionState.InProgress;
    }
}
