namespace Zakhid.Documents;

/// <summary>Counts what a reader builds and refuses the file when it is more than a person could have written.</summary>
sealed class Budget(Limits limits, string file)
{
    int _paragraphs, _cells;
    long _characters, _empty;

    public void Paragraph(int characters)
    {
        if (++_paragraphs > limits.Paragraphs) throw Refusal.TooMany(file, "абзаців", limits.Paragraphs);
        if ((_characters += characters) > limits.Characters) throw Refusal.TooMany(file, "знаків", limits.Characters);
    }

    public void Cell()
    {
        if (++_cells > limits.Cells) throw Refusal.TooMany(file, "клітинок у таблицях", limits.Cells);
    }

    /// <summary>Empty cells are not kept, yet reading a million of them costs time.</summary>
    public void EmptyCell()
    {
        if (++_empty > 40L * limits.Cells) throw Refusal.TooMany(file, "клітинок у таблицях", limits.Cells);
    }

    /// <summary>A table of few cells may still claim a huge grid, which whoever fills it would pay for.</summary>
    public void Grid(long rows, long columns)
    {
        if (rows * columns > limits.Cells) throw Refusal.TooMany(file, "клітинок у таблицях", limits.Cells);
    }

    /// <summary>The number of grid columns, when it may be so large.</summary>
    public int Columns(long columns) =>
        columns > limits.Columns ? throw Refusal.TooMany(file, "стовпців у таблиці", limits.Columns) : (int)Math.Max(0, columns);
}
