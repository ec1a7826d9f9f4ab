namespace Zakhid.Documents.Sheets;

/// <summary>Rows or columns from one to another, many of them without listing any («hidden from 9 to 1 048 576»).</summary>
sealed class Stretches
{
    readonly List<(int First, int Last)> _stretches = [];
    bool _ordered = true;

    public bool IsEmpty => _stretches.Count == 0;

    public void Add(int first, int last)
    {
        if (last < first) return;
        if (_ordered && _stretches.Count > 0 && _stretches[^1] is var (start, end) && first >= start && first <= (long)end + 1) { _stretches[^1] = (start, Math.Max(end, last)); return; }
        _ordered &= _stretches.Count == 0 || first > _stretches[^1].Last;
        _stretches.Add((first, last));
    }

    public bool Contains(int position) => NextOutside(position) != position;

    /// <summary>The first position from the given one on that no stretch holds.</summary>
    public int NextOutside(int position)
    {
        Order();
        int low = 0, high = _stretches.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_stretches[middle].Last < position) low = middle + 1;
            else if (_stretches[middle].First > position) high = middle - 1;
            else return _stretches[middle].Last == int.MaxValue ? int.MaxValue : _stretches[middle].Last + 1;
        }
        return position;
    }

    void Order()
    {
        if (_ordered) return;
        var sorted = _stretches.OrderBy(s => s.First).ToList();
        _stretches.Clear();
        _ordered = true;
        foreach (var (first, last) in sorted) Add(first, last);
    }
}
