using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>Rows that a page tore, joined again.</summary>
sealed partial class PlanTable
{
    /// <summary>
    /// A row that goes on from the page before: it has no number where rows have one and is not whole, or its measure is
    /// empty or begins in mid-phrase.
    /// </summary>
    bool IsTorn(int row)
    {
        var text = CellOf(ColumnRole.Measure, row)!;
        var number = CellOf(ColumnRole.Number, row);
        if (number is not null && !number.IsBlank) return false;
        if (text.IsBlank) return true;
        if (Shapes.NumberStart(text.Text) is not null && number is null) return false;
        var before = _plan.Measures[^1].Text("text") ?? "";
        var midPhrase = char.IsLower(text.Text[0]) || text.Text[0] is ')' or ',' or '»' or '(';
        var unfinished = before.Length > 0 && before[^1] is ',' or '-' or '–' or ':' || EndsUnfinished(before);
        // Where measures begin in small letters, a row with who and when of its own is one.
        if (char.IsLower(text.Text[0]) && !unfinished && before.Length > 0 && char.IsLower(before[0]) && IsInfinitiveFirst(before) && IsInfinitiveFirst(text.Text) && CellOf(ColumnRole.Term, row) is { SaysNothing: false } && CellOf(ColumnRole.Executor, row) is { SaysNothing: false }) return false;
        if (midPhrase && (unfinished || number is not null || !before.EndsWith('.'))) return true;
        var term = CellOf(ColumnRole.Term, row);
        var executor = CellOf(ColumnRole.Executor, row);
        var whole = (term is null || !term.IsBlank) && (executor is null || !executor.IsBlank);
        // A text of its own with its own body or term, though one of them is missing, is a measure without a number.
        if (!unfinished && char.IsUpper(text.Text[0]) && (before.EndsWith('.') || text.Text.Contains(' ')) && executor is { IsBlank: false } && char.IsUpper(executor.Text[0]) && Shapes.AreExecutors(executor.Text) && term is null or { IsBlank: true }) return false;
        if (_numbered && number is not null) return !whole || unfinished;
        return !whole && unfinished;
    }

    /// <summary>A text that ends with a preposition or a conjunction waits for more.</summary>
    static bool EndsUnfinished(string text) => Token.Cut(text[(text.AsSpan().TrimEnd().LastIndexOfAny(' ', '\n', '\u00A0') + 1)..]) is [.., { Kind: TokenKind.Word } last] && last.Text is "та" or "і" or "й" or "з" or "із" or "у" or "в" or "на" or "до" or "для" or "щодо" or "про" or "за" or "від" or "або" or "по" or "при" or "через" or "серед";

    static bool IsInfinitiveFirst(string text) => Token.Cut(text) is [{ Kind: TokenKind.Word } first, ..] && Shapes.IsInfinitive(first.Text);

    void ContinueRow(int row)
    {
        var draft = _plan.Measures[^1];
        foreach (var column in _columns)
        {
            var cell = _grid[row, column.Index];
            if (cell.IsBlank || cell.Row < row || Field(column.Role) is not { } field) continue;
            draft.Continue(field, cell.Lines, cell.Place);
            draft.Doubts.Add(field);
        }
        if (draft.Torn) SayJoined(row);
    }

    void SayJoined(int row) =>
        _plan.Remarks.Add(new("row.torn", $"/measures/{_plan.Measures.Count - 1}", _grid[row, 0].Place, "Рядок розірвано на дві сторінки; частини з’єднано в один захід.", "Перевірте, чи текст клітинок з’єднано правильно.", Severity.Note));
}
