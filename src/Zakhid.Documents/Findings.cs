namespace Zakhid.Documents;

/// <summary>What a reader meets on its way that the person should know: each kind is said once.</summary>
sealed class Findings
{
    readonly Dictionary<string, Remark> _remarks = new(StringComparer.Ordinal);
    string _hidden = "", _white = "", _hiddenCells = "";
    readonly List<string> _hiddenSheets = [];

    public IReadOnlyList<Remark> Remarks
    {
        get
        {
            if (_hidden.Length > 0) Say("document.hidden", $"У файлі є прихований текст, його не прочитано: «{Start(_hidden)}»", "Перевірте, чи не лишилося в ньому строку або виконавця");
            if (_white.Length > 0) Say("document.white", $"Частину тексту набрано білим: «{Start(_white)}»", "Порівняйте прочитане з надрукованим актом");
            if (_hiddenCells.Length > 0) Say("document.hidden-cells", $"У таблиці є приховані рядки або стовпці, їх не прочитано: «{Start(_hiddenCells)}»", "Відкрийте їх у файлі, якщо в них є заходи, і додайте файл ще раз");
            if (_hiddenSheets.Count > 0) Say("document.hidden-sheets", $"У файлі є приховані аркуші, їх не прочитано: {string.Join(", ", _hiddenSheets.Select(s => $"«{Start(s)}»"))}", "Відкрийте їх у файлі, якщо в них є заходи, і додайте файл ще раз", Severity.Note);
            return [.. _remarks.Values];
        }
    }

    public void Hidden(string text) => _hidden = Add(_hidden, text);
    public void White(string text) => _white = Add(_white, text);
    public void HiddenRows() => Say("document.hidden-rows", "У таблиці є приховані рядки або стовпці, їх не прочитано", "Покажіть їх і збережіть файл, якщо в них є заходи");
    public void HiddenCells(string text) => _hiddenCells = Add(_hiddenCells, _hiddenCells.Length > 0 ? " · " + text : text);
    public void HiddenSheet(string name) { if (_hiddenSheets.Count < 5) _hiddenSheets.Add(name); }
    public void UnknownFormula() => Say("document.formulas", "У файлі є формули без обчисленого значення, їхні клітинки прочитано порожніми", "Відкрийте файл у програмі для таблиць, збережіть і додайте ще раз");
    public void BrokenFormula(string error) => Say("document.formula-errors", $"Частину формул не обчислено ({error}), їхні клітинки прочитано порожніми", "Виправте формули у файлі або впишіть значення на сторінці");
    public void Macros() => Say("document.macros", "У файлі є макроси. Їх не запущено, текст прочитано", "Збережіть файл як DOCX, щоб надсилати далі", Severity.Note);
    public void Deletion() => Say("document.deletions", "У файлі лишилися невраховані виправлення: вилучене не прочитано, додане прочитано", "Прийміть виправлення й збережіть файл", Severity.Note);
    public void EmbeddedDocument() => Say("document.embedded", "У файл вкладено інший документ, його не прочитано", "Додайте вкладений документ окремо, якщо в ньому є заходи");
    public void External(string kind) => Say("document.external", "Файл посилається на зовнішні дані, їх не завантажено", $"Перевірте походження файлу (вид посилання: {kind})", Severity.Note);
    public void Encoding(string name) => Say("document.encoding", $"Кодування файлу: {name}", proposal: null, Severity.Note);
    public void BrokenLetters() => Say("document.letters", "Частину літер у файлі пошкоджено, їх замінено знаком «\uFFFD»", "Порівняйте прочитане з надрукованим актом");

    public void Recognised(IReadOnlyList<int> pages) => Say("document.recognised", $"Текст {Pages(pages, "сторінки", "сторінок")} розпізнано зі скану, у ньому можуть бути помилки", "Звірте кожне поле з документом");
    public void Unread(IReadOnlyList<int> pages) => Say("document.scan", $"Текст {Pages(pages, "сторінки", "сторінок")} не прочитано: це скан", "Прочитайте файл командою zakhid read --ocr або додайте DOCX");

    /// <summary>«сторінки 3», «сторінок 1, 4».</summary>
    static string Pages(IReadOnlyList<int> pages, string one, string many) => $"{(pages.Count == 1 ? one : many)} {string.Join(", ", pages.Take(12))}{(pages.Count > 12 ? "…" : "")}";

    /// <summary>Fields that fetch or run something are never followed; only their last printed result is read.</summary>
    public void Field(string? instruction)
    {
        var word = instruction?.AsSpan().Trim().ToString().Split(' ', 2)[0].ToUpperInvariant();
        if (word is "DDE" or "DDEAUTO" or "INCLUDETEXT" or "INCLUDEPICTURE" or "LINK" or "MACROBUTTON" or "DATABASE" or "IMPORT" or "INCLUDE")
            Say("document.fields", $"У файлі є поле {word}, що звертається назовні. Його не виконано", "Перевірте походження файлу");
    }

    void Say(string code, string text, string? proposal, Severity severity = Severity.Question) =>
        _remarks.TryAdd(code, new(code, "", null, text, proposal, severity));

    static string Add(string known, string text) => known.Length > 200 ? known : known + text;

    static string Start(string text)
    {
        var plain = Zakhid.Text.Folding.Collapse(text);
        return plain.Length <= 80 ? plain : plain[..80] + "…";
    }
}
