using Zakhid.Bodies;
using Zakhid.Documents.Bodies;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Bodies;

/// <summary>What becomes of a row of a table of bodies.</summary>
public enum RowFate { Added, Changed, Same, Heading, Refused }

/// <summary>
/// A row of a table with its number as the table counts, and what becomes of it. <see cref="Faults"/>: why it is refused;
/// <see cref="IsMended"/>: a code was put right, Cyrillic letters or zeros that a spreadsheet has eaten.
/// </summary>
public sealed record RowOutcome(int Number, string? Name, RowFate Fate, bool IsMended = false)
{
    public IReadOnlyList<RuleBroken> Faults { get; init; } = [];
}

/// <summary>
/// Takes a table into the register: bodies that it does not have are added, of those that it has only what the table says is changed, so
/// that an empty cell erases nothing. Looked at first, with the sentence for each row that cannot be taken; then kept whole.
/// </summary>
public sealed class ImportBodies(Store store)
{
    /// <summary>What would become of each row; nothing is kept.</summary>
    public Task<List<RowOutcome>> Preview(Actor by, Moment at, BodyTable table, CancellationToken stop = default) => Try(by, at, table.Rows, keep: false, stop);

    /// <summary>Keeps the table. With rows that are refused nothing is kept, unless they are to be left out.</summary>
    /// <returns>What became of each row; where one is refused and none is to be left out, nothing was kept.</returns>
    public async Task<List<RowOutcome>> Run(Actor by, Moment at, BodyTable table, bool leaveOut, CancellationToken stop = default)
    {
        var refused = new Dictionary<int, RowOutcome>();
        while (true)
        {
            var outcomes = await Try(by, at, [.. table.Rows.Where(r => !refused.ContainsKey(r.Number))], keep: true, stop);
            var wrong = outcomes.Where(o => o.Fate == RowFate.Refused).ToList();
            if (wrong.Count == 0 || !leaveOut) return [.. outcomes.Concat(refused.Values).OrderBy(o => o.Number)];
            // What named a refused row is refused in its turn.
            foreach (var one in wrong) refused[one.Number] = one;
        }
    }

    async Task<List<RowOutcome>> Try(Actor by, Moment at, IReadOnlyList<BodyTableRow> rows, bool keep, CancellationToken stop)
    {
        Registrar.Check(by);
        try
        {
            return await store.Write(by, at, async w =>
            {
                var outcomes = await new Taking(w).All(rows);
                return keep && outcomes.TrueForAll(o => o.Fate != RowFate.Refused) ? outcomes : throw new NotKept(outcomes);
            }, stop);
        }
        catch (NotKept looked)
        {
            return looked.Outcomes;
        }
    }

    /// <summary>Undoes the write that only looked.</summary>
    sealed class NotKept(List<RowOutcome> outcomes) : Exception("The table was only looked at")
    {
        public List<RowOutcome> Outcomes => outcomes;
    }

    /// <summary>One pass: bodies first, then whose they are, then the groups, so that rows may name each other in any order.</summary>
    sealed class Taking(WriteScope w)
    {
        readonly Dictionary<int, (RowFate Fate, long Body, bool IsMended)> _taken = [];
        readonly Dictionary<int, IReadOnlyList<RuleBroken>> _broken = [];

        public async Task<List<RowOutcome>> All(IReadOnlyList<BodyTableRow> rows)
        {
            var bodies = rows.Where(r => !r.IsHeading).ToList();
            foreach (var row in bodies) await Step(row, Card);
            foreach (var row in bodies.Where(r => r[BodyColumn.Parent] is not null)) await Step(row, Parent);
            var groups = new HashSet<long>();
            foreach (var row in bodies.Where(r => r[BodyColumn.Group] is not null)) await Step(row, async r => groups.Add(await Member(r)));
            foreach (var group in groups) await Membership.Follow(w, group);
            return
            [
                .. rows.Select(r => r.IsHeading ? new(r.Number, r[BodyColumn.Name], RowFate.Heading)
                    : _broken.TryGetValue(r.Number, out var faults) ? new RowOutcome(r.Number, r[BodyColumn.Name], RowFate.Refused) { Faults = faults }
                    : new(r.Number, r[BodyColumn.Name], _taken[r.Number].Fate, _taken[r.Number].IsMended)),
            ];
        }

        async Task Step(BodyTableRow row, Func<BodyTableRow, Task> take)
        {
            if (_broken.ContainsKey(row.Number)) return;
            try { await take(row); }
            catch (RuleBroken broken) { _broken[row.Number] = [broken]; }
        }

        async Task Card(BodyTableRow row)
        {
            var typed = new BodyCard
            {
                Name = row[BodyColumn.Name] ?? "",
                NameGenitive = row[BodyColumn.Genitive],
                NameDative = row[BodyColumn.Dative],
                IsGroup = IsYes(row[BodyColumn.IsGroup]) == true,
                IsOutside = IsYes(row[BodyColumn.IsOutside]) == true,
                Edrpou = row[BodyColumn.Edrpou],
                Katottg = row[BodyColumn.Katottg],
                Email = row[BodyColumn.Email],
                Phone = row[BodyColumn.Phone],
                Address = row[BodyColumn.Address],
            };
            if (typed.Faults is { Count: > 0 } faults)
            {
                _broken[row.Number] = faults;
                return;
            }
            var card = typed.Checked();
            var mended = card.Katottg is not null && card.Katottg != typed.Katottg || card.Edrpou is not null && card.Edrpou != typed.Edrpou;
            var found = card.Edrpou is { } code ? await RegisterSearch.Find(w, code) ?? await RegisterSearch.Find(w, card.Name) : await RegisterSearch.Find(w, card.Name);
            if (found is not { } id)
            {
                _taken[row.Number] = (RowFate.Added, await AddBody.Within(w, card), mended);
                return;
            }
            var known = await BodyLine.One(w, id, w.At.Day);
            var after = new BodyCard
            {
                Name = known.Name,
                NameGenitive = card.NameGenitive ?? known.NameGenitive,
                NameDative = card.NameDative ?? known.NameDative,
                IsGroup = IsYes(row[BodyColumn.IsGroup]) ?? known.IsGroup,
                IsOutside = IsYes(row[BodyColumn.IsOutside]) ?? known.IsOutside,
                Parent = known.ParentId,
                Edrpou = card.Edrpou ?? known.Edrpou,
                Katottg = card.Katottg ?? known.Katottg,
                Email = card.Email ?? known.Email,
                Phone = card.Phone ?? known.Phone,
                Address = card.Address ?? known.Address,
            };
            var changed = after != CardOf(known);
            if (changed) await ChangeBody.Within(w, id, after);
            _taken[row.Number] = (changed ? RowFate.Changed : RowFate.Same, id, mended);
        }

        async Task Parent(BodyTableRow row)
        {
            var (fate, id, mended) = _taken[row.Number];
            var parent = await RegisterSearch.One(w, row[BodyColumn.Parent]!);
            var known = await BodyLine.One(w, id, w.At.Day);
            if (known.ParentId == parent) return;
            await ChangeBody.Within(w, id, CardOf(known) with { Parent = parent });
            _taken[row.Number] = (fate == RowFate.Same ? RowFate.Changed : fate, id, mended);
        }

        async Task<long> Member(BodyTableRow row)
        {
            var (fate, id, mended) = _taken[row.Number];
            var group = await RegisterSearch.One(w, row[BodyColumn.Group]!);
            var from = Day(row[BodyColumn.From]) ?? w.At.Day;
            var to = Day(row[BodyColumn.To]);
            // Kept before and unchanged: a table that is brought back adds nothing.
            var same = (await MemberLine.Of(w, group)).Find(m => m.BodyId == id && (row[BodyColumn.From] is null ? m.ToDay is null || m.ToDay >= from : m.FromDay == from));
            if (same is not null && (same.ToDay == to || row[BodyColumn.From] is null)) return group;
            await Members.Within(w, group, id, from, to);
            _taken[row.Number] = (fate == RowFate.Same ? RowFate.Changed : fate, id, mended);
            return group;
        }

        static BodyCard CardOf(BodyLine b) => new()
        {
            Name = b.Name,
            NameGenitive = b.NameGenitive,
            NameDative = b.NameDative,
            IsGroup = b.IsGroup,
            IsOutside = b.IsOutside,
            Parent = b.ParentId,
            Edrpou = b.Edrpou,
            Katottg = b.Katottg,
            Email = b.Email,
            Phone = b.Phone,
            Address = b.Address,
        };

        static bool? IsYes(string? cell) => cell is null ? null : Folding.Fold(cell).Trim() switch
        {
            "так" or "+" or "x" or "х" or "v" or "1" or "yes" or "true" => true,
            "ні" or "0" or "no" or "false" => false,
            _ => throw new RuleBroken("table.yes-no", cell),
        };

        static DateOnly? Day(string? cell) => cell is null ? null
            : DateOnly.TryParseExact(cell, "yyyy-MM-dd", out var iso) ? iso
            : PrintedDate.At(Token.Cut(cell), 0) is { Date: { } day } ? day : throw new RuleBroken("table.day", cell);
    }
}

/// <summary>The register as rows of a table; a body that is in several groups has a row for each further one.</summary>
public static class ExportBodies
{
    public static async Task<List<IReadOnlyDictionary<BodyColumn, string>>> Rows(Scope scope, DateOnly today)
    {
        var memberships = (await MemberLine.All(scope)).ToLookup(m => m.BodyId);
        var rows = new List<IReadOnlyDictionary<BodyColumn, string>>();
        foreach (var b in await BodyLine.List(scope, today))
        {
            var row = new Dictionary<BodyColumn, string> { [BodyColumn.Name] = b.Name };
            void Put(BodyColumn column, string? value) { if (!string.IsNullOrEmpty(value)) row[column] = value; }
            Put(BodyColumn.Parent, b.Parent);
            Put(BodyColumn.IsGroup, b.IsGroup ? "так" : null);
            Put(BodyColumn.IsOutside, b.IsOutside ? "так" : null);
            Put(BodyColumn.Edrpou, b.Edrpou);
            Put(BodyColumn.Katottg, b.Katottg);
            Put(BodyColumn.Email, b.Email);
            Put(BodyColumn.Phone, b.Phone);
            Put(BodyColumn.Address, b.Address);
            Put(BodyColumn.Genitive, b.NameGenitive);
            Put(BodyColumn.Dative, b.NameDative);
            rows.Add(row);
            var first = true;
            foreach (var m in memberships[b.Id])
            {
                var at = first ? row : new Dictionary<BodyColumn, string> { [BodyColumn.Name] = b.Name };
                (at[BodyColumn.Group], at[BodyColumn.From]) = (m.Name, UkrainianDate.Short(m.FromDay));
                if (m.ToDay is { } to) at[BodyColumn.To] = UkrainianDate.Short(to);
                if (!first) rows.Add(at);
                first = false;
            }
        }
        return rows;
    }
}
