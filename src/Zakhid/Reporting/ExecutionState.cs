namespace Zakhid.Reporting;

/// <summary>
/// How far a measure is, as its executor declares it and, apart from that, as the coordinator confirmed it. What the
/// calendar says of it is a third thing.
/// </summary>
public enum ExecutionState
{
    /// <summary>Виконано.</summary>
    Done,
    /// <summary>Виконується.</summary>
    InProgress,
    /// <summary>Виконано частково.</summary>
    PartlyDone,
    /// <summary>Не виконано: the report has to say why.</summary>
    NotDone,
    /// <summary>Строк не настав.</summary>
    NotYetDue,
    /// <summary>Втратив актуальність: the report has to say why.</summary>
    Obsolete,
    /// <summary>Випадків не було: nothing arose that the measure is for («у разі звернення», «за потреби»). Reported, without figures.</summary>
    NoOccasion,
}
