using Zakhid.Documents.Amendments;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// Reads what any document says of an act and its plan: a letterhead, requisites, clauses, a signature; annexes, of which
/// some are plans; measures from tables or paragraphs. What it cannot tell it leaves empty and asks about.
/// </summary>
public static class PlanReader
{
    public static PlanReading Read(Document document)
    {
        var notes = new ReadingNotes();
        notes.Remarks.AddRange(document.Remarks);
        var pieces = WordingReader.Part(SideBySide.Part(Pieces.Of(SheetTables.Rebuild(TextTables.Rebuild(document)))));
        var card = ActCard.Take(pieces, notes);
        var (actPieces, annexes) = Annex.Cut(pieces);
        var actPart = new ActPart(actPieces, notes);
        var act = card ?? (actPart.IsAct ? actPart.Read() : null);
        var plans = annexes.Where(a => a.IsPlan).ToList();
        // The text of a programme holds no measures where an annex of it has them in a table.
        if (plans.Exists(a => a.HasMeasureTable)) plans.RemoveAll(a => !a.HasMeasureTable && a.Title is { } name && Titles.IsProgramme(name));

        var other = act is null ? OtherKind.Of(actPieces, plans.Count > 0) : null;
        if (other is not null) return NoPlan(document, notes, act ?? new Act { Kind = null }, other);

        var plan = new PlanDraft { BlankMeansMerged = document.Format is "txt" or "csv", HeadingsRunOver = document.Format == "txt" || document.Tables.Any(t => t.Place.Sheet is not null) };
        var several = plans.Count > 1;
        foreach (var annex in plans) ReadPlan(annex, plan, several);
        var attached = plan.Measures.Count;
        var changes = annexes.Where(a => !a.IsPlan && a.Title is { } title && Titles.IsAmendments(title)).ToList();
        var amending = act is null ? null : AmendmentReader.Of(act, actPart, changes);
        var wordings = new Dictionary<Place, (int From, int To)>();
        if (amending is not null) ReadWordings([.. actPart.Wordings, .. changes.SelectMany(a => WordingReader.All(a.Body))], plan, amending, wordings);
        if (act is null && plans.Count == 0 && plan.Measures.Count == 0) ReadBare(actPieces, plan);

        var approved = plans.FirstOrDefault() ?? annexes.FirstOrDefault();
        act = act is null ? ApprovalMark.Act(approved, actPart.Lines, notes) : ApprovalMark.Complete(act, approved, notes);
        var reading = MeasureFinish.Finish(document.FileName, act, plan, notes);
        reading = WithAmendments(reading, amending, wordings, attached, notes);
        if (approved?.Signature is { } signature) reading = reading with { PlanSignedBy = signature.Name };
        if (approved?.Title is { } title && title != act.Title && (card is null || Token.Cut(title).Count > 2) && !Titles.IsAmendments(title)) reading = reading with { PlanTitle = title };
        if (document.RecognisedPages.Count > 0) reading = reading with { Unsure = [.. reading.Unsure.Union(reading.Places.Where(p => p.Value.Page is { } page && document.RecognisedPages.Contains(page)).Select(p => p.Key), StringComparer.Ordinal)] };
        if (reading.Measures.Count == 0 && act.Kind is null) return NoPlan(document, notes, new(), annexes.Select(a => a.Title is { } own ? Titles.NameOfOther(own) : null).FirstOrDefault(n => n is not null) ?? OtherTitle(actPieces) ?? "документ без акта і плану");
        return reading;
    }

    static PlanReading NoPlan(Document document, ReadingNotes notes, Act act, string kind)
    {
        notes.Remark("plan.none", "", null, $"Плану заходів у файлі немає: схоже, це {kind}.", "Виберіть файл акта, яким затверджено план заходів.", Severity.Problem);
        return new() { FileName = document.FileName, Act = act, LooksLike = kind, Remarks = notes.Remarks, Places = notes.Places, Unsure = notes.Unsure };
    }

    /// <summary>The word by which the file's first lines name it, where that is no plan.</summary>
    static string? OtherTitle(List<Piece> pieces) =>
        pieces.OfType<LinePiece>().Take(6).Select(p => p.Line).Where(l => l.IsCapitals || l.Centred || l.Bold).Select(l => Titles.NameOfOther(l.Text) ?? (l.Tokens is [{ Text: "графік" or "розклад" } first, ..] ? first.Text : null)).FirstOrDefault(n => n is not null);

    static void ReadPlan(Annex annex, PlanDraft plan, bool several)
    {
        plan.Columns = null;
        plan.Section = null;
        plan.Goal = null;
        plan.StarMeansConsent |= annex.Body.OfType<LinePiece>().Any(p => Shapes.IsNoteOfConsent(p.Line));
        if (several && (annex.Title ?? annex.SheetTitle) is { } title) plan.OpenSection(title, annex.TitlePlace ?? annex.SheetPlace!);
        ReadBody(annex.Body, plan);
    }

    /// <summary>Tables with the headings between them, or paragraphs; a plan that has tables has its measures there.</summary>
    static void ReadBody(IReadOnlyList<Piece> body, PlanDraft plan)
    {
        var tables = body.OfType<TablePiece>().Any(t => PlanTable.ColumnsOf(t.Grid, null) is var (columns, _, _) && PlanTable.IsPlan(columns));
        var lines = new List<Line>();
        foreach (var piece in body)
        {
            if (piece is LinePiece { Line: var line }) { lines.Add(line); continue; }
            var sections = plan.Sections.Count;
            if (tables) ReadHeadings(lines, plan);
            else PlanParagraphs.Read(lines, plan);
            lines.Clear();
            // A heading over another table («ПАСПОРТ») is none over measures.
            if (!PlanTable.Read(((TablePiece)piece).Grid, plan) && tables) plan.CloseSections(sections);
        }
        if (!tables) PlanParagraphs.Read(lines, plan);
    }

    /// <summary>Lines over a table: its section headings; prose, notes and units of money are none.</summary>
    static void ReadHeadings(List<Line> lines, PlanDraft plan)
    {
        var opened = plan.Sections.Count;
        for (var i = 0; i < lines.Count; i++)
        {
            var last = i;
            while (last + 1 < lines.Count && lines[last + 1].Blanks == 0 && !Shapes.IsSectionHeading(lines[last + 1].Text) && (lines[last + 1].Soft || lines[last + 1].StartsLower || (lines[last + 1].Centred && lines[last].Centred && lines[last + 1].Bold == lines[last].Bold))) last++;
            var text = Pieces.Join(lines.Skip(i).Take(last - i + 1));
            var line = lines[i];
            i = last;
            if (Shapes.IsNoise(text) || Shapes.IsNote(text) || Shapes.IsTotal(text)) continue;
            // A heading over prose holds no measures.
            if (text.Length > 60 && text.EndsWith('.') && !Shapes.IsSectionHeading(text)) plan.CloseSections(opened);
            // «2. Заходи Програми» names the part that holds the measures, not a section of them.
            if (Shapes.NumberStart(text) is { } named && Titles.IsPlanTitle(text[named.Length..]) && Token.Cut(text[named.Length..]).Count <= 4 || Titles.NamesItsProgramme(text)) { plan.CloseSections(opened); continue; }
            if (text.Length > 300) continue;
            var nearTable = last == lines.Count - 1;
            if (Shapes.IsSectionHeading(text) || Titles.IsPlanTitle(text) && plan.Measures.Count > 0 || ((line.Bold || line.Centred || line.IsCapitals || Shapes.NumberStart(text) is not null || nearTable && !text.EndsWith('.') && text.Length > 12) && !text.EndsWith(';') && !text.EndsWith(':') && !Headings.StartsAny(Folding.Fold(text).TrimStart('('), "тис", "грн", "таблиц", "додаток", "форма", "мета:")))
                plan.OpenHeading(text, line.Place);
        }
    }

    /// <summary>Points in a new wording, quoted by an amending act or by an annex of changes.</summary>
    static void ReadWordings(List<NewWording> wordings, PlanDraft plan, AmendmentReader amending, Dictionary<Place, (int From, int To)> read)
    {
        foreach (var wording in wordings)
        {
            var from = plan.Measures.Count;
            ReadWording(wording.Pieces, plan);
            if (amending.IsNoMeasure(wording, plan.Measures[from..])) plan.Measures.RemoveRange(from, plan.Measures.Count - from);
            else read[wording.Last.Place] = (from, plan.Measures.Count);
        }
    }

    static PlanReading WithAmendments(PlanReading reading, AmendmentReader? amending, Dictionary<Place, (int From, int To)> wordings, int attached, ReadingNotes notes)
    {
        if (amending is null) return reading;
        var amendments = amending.Read(reading, wording => wording is null ? [.. Enumerable.Range(0, attached)]
            : wordings.TryGetValue(wording.Last.Place, out var range) ? [.. Enumerable.Range(range.From, range.To - range.From)] : []);
        AmendmentReader.Remark(amendments, notes);
        return reading with { Amendments = amendments };
    }

    static void ReadWording(IReadOnlyList<Piece> pieces, PlanDraft plan)
    {
        plan.Section = null;
        plan.Goal = null;
        ReadBody(pieces, plan);
    }

    /// <summary>A file that is only a table of measures, without mark or title.</summary>
    static void ReadBare(List<Piece> pieces, PlanDraft plan)
    {
        // «РЕЄСТР звернень»: what calls itself something else is no plan, whatever its columns.
        if (OtherTitle(pieces) is not null) return;
        if (pieces.OfType<TablePiece>().Any(t => PlanTable.ColumnsOf(t.Grid, null) is var (columns, _, _) && columns.Count(c => c.Sure) >= 3 && columns.Any(c => c.Role == ColumnRole.Measure && c.Sure) && PlanTable.IsPlan(columns) && columns.All(c => c.Role != ColumnRole.Remark))) ReadBody(pieces, plan);
    }
}
