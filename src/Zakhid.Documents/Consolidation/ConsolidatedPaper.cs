namespace Zakhid.Documents.Consolidation;

/// <summary>
/// The official paper of a period before it is a file: «ІНФОРМАЦІЯ про виконання …». All texts are ready to be printed;
/// the writers add only the layout (docs/decisions; ДСТУ 4163:2020 as far as it is known).
/// </summary>
public sealed record ConsolidatedPaper
{
    /// <summary>Whom it is for, line by line, dative («Міському голові»).</summary>
    public IReadOnlyList<string> Addressee { get; init; } = [];
    public string Heading { get; init; } = "ІНФОРМАЦІЯ";
    /// <summary>«про виконання плану заходів …», «за III квартал 2020 року»; each line on its own.</summary>
    public required IReadOnlyList<string> Title { get; init; }
    /// <summary>«На виконання пункту 3 … узагальнено …», with the silent named.</summary>
    public IReadOnlyList<string> Introduction { get; init; } = [];
    public IReadOnlyList<PaperColumn> Columns { get; init; } = PaperColumn.Usual;
    public required IReadOnlyList<PaperRow> Rows { get; init; }
    public PaperSignature? Signature { get; init; }
    /// <summary>The day of the paper as printed («18.09.2020»).</summary>
    public string? Date { get; init; }
    /// <summary>Who prepared it, with a telephone, in small type.</summary>
    public string? PreparedBy { get; init; }
    /// <summary>«Мітка журналу дій: …»: the last small line of the last page.</summary>
    public string? Checkpoint { get; init; }
    /// <summary>The data are those of a demonstration: the file says so.</summary>
    public bool IsSample { get; init; }
    /// <summary>Title of the file in its properties.</summary>
    public required string DocumentTitle { get; init; }
    /// <summary>The authority, in the properties of the file.</summary>
    public required string Creator { get; init; }
    /// <summary>When it was made; the only time in the file, so that equal papers are equal bytes.</summary>
    public required DateTimeOffset Made { get; init; }

    public const string SampleMark = "Зразок: дані демонстрації";
}

public enum PaperField { Number, Measure, Term, Executors, Status, Figures }

/// <summary>A column of the paper; which there are and how they are called is a setting of the plan.</summary>
/// <param name="Share">Width in shares of the whole.</param>
public sealed record PaperColumn(PaperField Field, string Heading, int Share)
{
    public static readonly IReadOnlyList<PaperColumn> Usual =
    [
        new(PaperField.Number, "№\nз/п", 57),
        new(PaperField.Measure, "Найменування заходу", 430),
        new(PaperField.Term, "Строк виконання", 135),
        new(PaperField.Executors, "Відповідальні за виконання", 250),
        new(PaperField.Status, "Стан виконання", 400),
    ];

    /// <summary>For plans that have criteria.</summary>
    public static readonly IReadOnlyList<PaperColumn> WithFigures = [.. Usual, new(PaperField.Figures, "Показники", 180)];
}

/// <summary>A row of the table.</summary>
public abstract record PaperRow;

/// <summary>A section of the plan over the whole width.</summary>
public sealed record PaperSection(string Text) : PaperRow;

/// <summary>A measure: its name is printed in full, however long.</summary>
public sealed record PaperMeasure : PaperRow
{
    /// <summary>The act's own number, as printed.</summary>
    public string Number { get; init; } = "";
    public required string Text { get; init; }
    public string Term { get; init; } = "";
    /// <summary>One body a line; a body asked for consent says «(за згодою)» itself.</summary>
    public IReadOnlyList<string> Executors { get; init; } = [];
    public IReadOnlyList<PaperLine> Status { get; init; } = [];
    public IReadOnlyList<string> Figures { get; init; } = [];
}

/// <summary>A paragraph of the state of execution; strong where a body is named for its silence.</summary>
public sealed record PaperLine(string Text, bool Strong = false);

/// <summary>«Посада — Власне ім'я ПРІЗВИЩЕ».</summary>
public sealed record PaperSignature(string Post, string Name);
