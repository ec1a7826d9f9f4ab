namespace Zakhid.Amendments;

/// <summary>What an amending act does to a part of an earlier one.</summary>
public enum AlterationKind
{
    /// <summary>«пункт 3 викласти в такій редакції», «додаток викласти в новій редакції (додається)»</summary>
    Restate,
    /// <summary>«доповнити пунктом 7¹ такого змісту»</summary>
    Add,
    /// <summary>«пункт 4 виключити», «пункт 4 визнати таким, що втратив чинність»</summary>
    Remove,
    /// <summary>«слова «…» замінити словами «…»»</summary>
    ReplaceWords,
    /// <summary>«після слів «…» доповнити словами «…»»</summary>
    AddWords,
    /// <summary>«слова «…» виключити»</summary>
    RemoveWords,
    /// <summary>«пункти 8–12 вважати відповідно пунктами 9–13»</summary>
    Renumber,
    /// <summary>«строк виконання пункту 5 перенести на 1 грудня 2024 року»</summary>
    SetTerm,
    /// <summary>The whole act or plan has lost force.</summary>
    Repeal,
}

/// <summary>One operation on an earlier plan or act, as an amending act orders it.</summary>
public sealed record Alteration
{
    public required AlterationKind Kind { get; init; }
    /// <summary>What is altered; for <see cref="AlterationKind.Add"/> what is added to.</summary>
    public required AlteredPart Part { get; init; }
    /// <summary>As printed between the quotation marks.</summary>
    public string? OldWords { get; init; }
    public string? NewWords { get; init; }
    /// <summary>The words behind which (or before which) <see cref="NewWords"/> are put; null: at the end.</summary>
    public string? Anchor { get; init; }
    public bool BeforeAnchor { get; init; }
    /// <summary>«у всіх відмінках»: the endings of the old words differ from place to place.</summary>
    public bool EveryCase { get; init; }
    /// <summary>What is added, or the new numbers of what is renumbered; null where it is words.</summary>
    public AlteredLevel? NewLevel { get; init; }
    /// <summary>Numbers of the added points («7-1»), or the new numbers, in order.</summary>
    public IReadOnlyList<string> NewNumbers { get; init; } = [];
    /// <summary>The number of the point behind which something is added («після пункту 6»).</summary>
    public string? After { get; init; }
    /// <summary>«додається»: the new wording stands in an annex.</summary>
    public bool IsAttached { get; init; }
    /// <summary>A new wording follows the phrase («в такій редакції:», «такого змісту:»).</summary>
    public bool AwaitsWording { get; init; }
    /// <summary>The points in their new wording, read as measures; empty where the wording is no point of a plan.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];
    /// <summary>The phrase that orders it, as printed.</summary>
    public string Text { get; init; } = "";
    /// <summary>Number of the clause or item that orders it («1», «2)»).</summary>
    public string? ClauseNumber { get; init; }
    public Place? Place { get; init; }
    /// <summary>Every word of the phrase was understood, and nothing that it needs is absent.</summary>
    public bool IsSure { get; init; }
    /// <summary>Words of the phrase that were not understood.</summary>
    public IReadOnlyList<string> LeftOver { get; init; } = [];
}

/// <summary>Зміни до плану: what one act changes in one earlier act.</summary>
public sealed record Amendment
{
    /// <summary>The act that is changed; null where the text names none.</summary>
    public ActReference? Act { get; init; }
    /// <summary>The plan of that act as it is named, in its case («плану заходів щодо підтримки ветеранів на 2024 рік»).</summary>
    public string? Plan { get; init; }
    public IReadOnlyList<Alteration> Alterations { get; init; } = [];
}
