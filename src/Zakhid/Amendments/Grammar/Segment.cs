using Zakhid.Clauses;
using Zakhid.Text;

namespace Zakhid.Amendments.Grammar;

/// <summary>What the words around one verb say: parts, words in quotation marks with their roles, and what was not understood.</summary>
sealed class Segment
{
    enum Role { Old, New, Anchor }

    readonly string _phrase;
    readonly IReadOnlyList<Element> _elements;
    readonly IReadOnlyList<(ActReference Act, Span Span)> _acts;
    readonly Deed? _deed;

    readonly List<AlteredPart> _chains = [];
    AlteredPart _chain = new();
    bool _joined = true;
    bool _describes;

    public List<string> LeftOver { get; } = [];
    public List<(string? Old, string? New)> Pairs { get; } = [];
    public string? Anchor { get; private set; }
    public bool BeforeAnchor { get; private set; }
    public bool EveryCase { get; private set; }
    public bool Refers { get; private set; }
    public bool IsAttached { get; private set; }
    public bool SaysTerm { get; private set; }
    public bool SaysWording { get; private set; }
    public string? Moved { get; private set; }
    public string? After { get; private set; }
    public AlteredLevel? NewLevel { get; private set; }
    public List<string> NewNumbers { get; } = [];
    public ActReference? Act { get; private set; }
    public string? Plan { get; private set; }
    public IReadOnlyList<AlteredPart> Parts => _chains;
    public bool HasNew => Pairs.Exists(p => p.New is not null);
    public bool HasOld => Pairs.Exists(p => p.Old is not null);

    Segment(string phrase, IReadOnlyList<Element> elements, IReadOnlyList<(ActReference Act, Span Span)> acts, Deed? deed) => (_phrase, _elements, _acts, _deed) = (phrase, elements, acts, deed);

    public static Segment Read(string phrase, IReadOnlyList<Element> elements, IReadOnlyList<(ActReference Act, Span Span)> acts, Deed? deed)
    {
        var segment = new Segment(phrase, elements, acts, deed);
        for (var i = 0; i < elements.Count;) i = segment.Take(i);
        segment.Close();
        return segment;
    }

    int Take(int i)
    {
        var e = _elements[i];
        if (ReferenceAt(i) is { } behind) return behind;
        if (e.Kind == ElementKind.Quote) return TakeQuotes(i, RoleOfBare(i));
        if (e.Kind == ElementKind.Sign) { if (e.Is(",") || e.Is(";")) _joined = false; return i + 1; }
        if (e.Kind == ElementKind.Number) { if (!_describes) LeftOver.Add(e.Span.Of(_phrase)); return i + 1; }
        if (Deeds.At(_elements, i) is not null) { _describes = false; return i + 1; }
        if (_deed == Deed.Move && TakeMoved(i) is { } moved) return moved;
        if (Address.At(_elements, i, _phrase) is { } address && !(_describes && address.Numbers.Count == 0 && address.Level is not AlteredLevel.Annex)) return TakeAddress(address, i);
        if (IsWords(e) && WordsEnd(i) is { } quote) { _describes = false; return TakeQuotes(quote, RoleOf(i)); }
        if (TakeWhole(i) is { } next) return next;
        if (Says(i)) return i + 1;
        if (!_describes && !IsFiller(e.Text)) LeftOver.Add(e.Span.Of(_phrase));
        if (Numbering.IsAnd(e)) _joined = false;
        return i + 1;
    }

    /// <summary>«від 15 січня 2024 року № 9 «Про …»»: the act that is altered.</summary>
    int? ReferenceAt(int i)
    {
        foreach (var (act, span) in _acts)
        {
            if (_elements[i].Span.Start < span.Start || _elements[i].Span.Start >= span.End) continue;
            Act ??= act;
            var next = i;
            while (next < _elements.Count && _elements[next].Span.Start < span.End) next++;
            // Its title.
            var title = next < _elements.Count && _elements[next].Is(",") ? next + 1 : next;
            if (act.Title is not null && title < _elements.Count && _elements[title].Kind == ElementKind.Quote) next = title + 1;
            _describes = false;
            return next;
        }
        return null;
    }

    /// <summary>The plan, the act, its title, or the whole text.</summary>
    int? TakeWhole(int i)
    {
        var e = _elements[i];
        if (e.IsWord("план", "програм", "стратегі", "концепці", "перелік", "заход") && e.Text is not ("планується" or "планування" or "планових") && !_describes)
        {
            var end = i + 1;
            while (end < _elements.Count && !EndsDescription(end)) end++;
            var named = Folding.Collapse(_phrase[e.Span.Start.._elements[end - 1].Span.End]).TrimEnd(' ', ',', '.', ':');
            if (Plan is null || Plan.Length < named.Length) Plan = named;
            if (_chain.Whole is AlteredWhole.Unknown or AlteredWhole.Act) _chain = _chain with { Whole = AlteredWhole.Plan };
            _describes = false;
            return end;
        }
        if (Stems.Act(e.Text) is not null)
        {
            if (_chain.Whole == AlteredWhole.Unknown && _chain.Annex is null) _chain = _chain with { Whole = AlteredWhole.Act };
            _describes = true;
            return i + 1;
        }
        if (_describes) return null;
        if (e.IsWord("назв", "заголов", "найменув")) { _chain = _chain with { Whole = AlteredWhole.Title }; return i + 1; }
        if (e.IsWord("преамбул") || e.IsWord("вступн") && i + 1 < _elements.Count && _elements[i + 1].IsWord("частин")) { _chain = _chain with { Whole = AlteredWhole.Preamble }; return i + (e.IsWord("преамбул") ? 1 : 2); }
        if (e.IsWord("паспорт")) { _chain = _chain with { Whole = AlteredWhole.Passport }; return i + 1; }
        return null;
    }

    /// <summary>«плану заходів щодо підтримки ветеранів на 2024 рік» ends where another part, a verb, words or the act begin.</summary>
    bool EndsDescription(int i)
    {
        var e = _elements[i];
        if (ReferenceAtOnly(i) || e.IsWord("затвердж", "схвален", "ухвален", "прийнят", "погоджен") || Stems.Act(e.Text) is not null && e.Kind == ElementKind.Word) return true;
        if (Deeds.At(_elements, i) is not null || IsWords(e) && WordsEnd(i) is not null || e.Is(":") || e.Is("(")) return true;
        if (e.IsWord("таки", "наступн", "нові", "нову", "новою", "новій", "шлях") || e.IsWord("зміни") || e.IsWord("визна")) return true;
        if (e.Text is "в" or "у" or "до" or "після" or "та" or "і" or "а" && i + 1 < _elements.Count && (Address.At(_elements, i + 1, _phrase) is not null || _elements[i + 1].IsWord("таки", "такі", "нові", "наступн", "редакц"))) return true;
        return Address.At(_elements, i, _phrase) is { } address && (address.Numbers.Count > 0 || address.Level is not AlteredLevel.Section);
    }

    bool ReferenceAtOnly(int i)
    {
        foreach (var (_, span) in _acts) if (_elements[i].Span.Start >= span.Start && _elements[i].Span.Start < span.End) return true;
        return _elements[i].Is("від") && i + 1 < _elements.Count && _acts.Any(a => _elements[i + 1].Span.Start == a.Span.Start);
    }

    int TakeAddress(Address address, int at)
    {
        _describes = false;
        var before = at > 0 ? _elements[at - 1] : default;
        if (before.Kind == ElementKind.Word && before.Text is "після" or "за" && _deed == Deed.Supplement && address.Level is AlteredLevel.Point or AlteredLevel.SubPoint or AlteredLevel.Section or AlteredLevel.Paragraph or AlteredLevel.Sentence && address.Numbers.Count > 0)
        {
            After = address.Numbers[^1];
            return address.Next;
        }
        var becomes = address.Instrumental && _deed is Deed.Supplement or Deed.Consider or Deed.Replace or Deed.Restate && (_deed != Deed.Replace || !HasOld);
        if (becomes)
        {
            // «доповнити пунктом 7 розділу ІІ»: a number behind the added part is its own; the rest is where it goes.
            NewLevel ??= address.Level;
            if (NewLevel == address.Level) NewNumbers.AddRange(address.Numbers);
            return address.Next;
        }
        var (group, next) = Group(address, at);
        if (_chain.Lowest is { } lowest)
        {
            var shares = Enum.GetValues<AlteredLevel>().Any(level => group.Has(level) && _chain.Has(level));
            var extends = !shares && (_joined || group.Lowest == AlteredLevel.Column || group.Highest > lowest);
            if (extends) group = Merged(group);
            else
            {
                var previous = _chain;
                Close();
                group = group.Within(previous) with { Column = group.Column };
            }
        }
        else group = group with { Whole = group.Whole == AlteredWhole.Unknown ? _chain.Whole : group.Whole };
        _chain = group;
        _joined = true;
        return next;
    }

    /// <summary>«абзац другий пункту 3 розділу II»: addresses with nothing between them are one.</summary>
    (AlteredPart Group, int Next) Group(Address first, int at)
    {
        var group = new AlteredPart().With(first.Level, first.Numbers);
        var next = first.Next;
        while (true)
        {
            var i = next;
            while (i < _elements.Count && i - next < 2 && _elements[i].Text is "у" or "в" or "до") i++;
            if (i >= _elements.Count || Address.At(_elements, i, _phrase) is not { } further || group.Has(further.Level) || further.Instrumental && _deed is Deed.Supplement or Deed.Consider) return (group, next);
            group = group.With(further.Level, further.Numbers);
            next = further.Next;
        }
    }

    AlteredPart Merged(AlteredPart group)
    {
        var merged = _chain;
        foreach (var level in Enum.GetValues<AlteredLevel>()) if (group.Has(level)) merged = merged.With(level, group.Level(level));
        return merged;
    }

    void Close()
    {
        if (_chain.Lowest is not null || _chain.Whole != AlteredWhole.Unknown || _chains.Count == 0) _chains.Add(_chain);
        _chain = new();
    }

    // ——— words in quotation marks ———

    static bool IsWords(Element e) => e.Kind == ElementKind.Word && (e.IsWord("слов", "слів", "цифр", "знак", "абревіатур", "символ", "вираз", "фраз", "літер") || e.Text is "число" or "числа" or "числом" or "числами" or "чисел" or "дату" or "дата" or "датою" or "дати" or "датами" or "назву" or "назвою" or "суму" or "сумою" or "текст" or "текстом" or "позначення" or "позначенням" or "рік" or "роком" or "посилання" or "посиланням" or "посаду" or "посадою" or "прізвище" or "прізвищем" or "прізвища");

    /// <summary>The quotation that the word (or «слова і цифри», «слова та знаки») introduces, or null.</summary>
    int? WordsEnd(int i)
    {
        var next = i + 1;
        while (next < _elements.Count && (Numbering.IsAnd(_elements[next]) || _elements[next].Is(",") || _elements[next].Is(":") || _elements[next].Is("-") || IsWords(_elements[next]) || _elements[next].IsWord("такими", "наступними", "відповідно"))) next++;
        return next < _elements.Count && _elements[next].Kind == ElementKind.Quote ? next : null;
    }

    Role RoleOf(int i)
    {
        var before = i > 0 ? _elements[i - 1] : default;
        for (var b = i - 1; b >= 0 && _elements[b].IsWord("відповідно", "нов", "такими"); b--) before = b > 0 ? _elements[b - 1] : default;
        if (before.Kind == ElementKind.Word && before.Text is "після" or "перед" or "за" or "між") { BeforeAnchor = before.Text == "перед"; return Role.Anchor; }
        if (before.Kind == ElementKind.Word && before.Text == "на" && _deed is Deed.Replace or Deed.Move) return Role.New;
        var word = _elements[i].Text;
        var instrumental = word.EndsWith("ами", StringComparison.Ordinal) || word.EndsWith("ом", StringComparison.Ordinal) || word.EndsWith("ою", StringComparison.Ordinal) || word.EndsWith("ем", StringComparison.Ordinal) || word.EndsWith("ням", StringComparison.Ordinal);
        return instrumental ? Role.New : Role.Old;
    }

    Role RoleOfBare(int i)
    {
        var before = i > 0 ? _elements[i - 1] : default;
        if (before.Kind == ElementKind.Word && before.Text is "на") return Role.New;
        if (before.Kind == ElementKind.Word && before.Text is "після" or "перед") { BeforeAnchor = before.Text == "перед"; return Role.Anchor; }
        return _deed is Deed.Replace ? Pairs.Count > 0 && Pairs.Exists(p => p is { Old: not null, New: null }) ? Role.New : Role.Old : _deed is Deed.Exclude ? Role.Old : Role.New;
    }

    /// <summary>«… «А», «Б» та «В»»; words replaced «відповідно» are paired in order.</summary>
    int TakeQuotes(int i, Role role)
    {
        var quotes = new List<string>();
        while (true)
        {
            quotes.Add(_elements[i++].Text);
            var next = i;
            while (next < _elements.Count && (Numbering.IsAnd(_elements[next]) || _elements[next].Is(",") || _elements[next].IsWord("відповідно"))) next++;
            if (next == i || next >= _elements.Count || _elements[next].Kind != ElementKind.Quote) break;
            i = next;
        }
        if (role == Role.Anchor) Anchor = string.Join("», «", quotes);
        else if (role == Role.Old) Pairs.AddRange(quotes.Select(q => ((string?)q, (string?)null)));
        else if (Pairs.FindIndex(p => p.New is null) is >= 0 and var open)
        {
            for (var k = open; k < Pairs.Count; k++) Pairs[k] = (Pairs[k].Old, quotes[Math.Min(k - open, quotes.Count - 1)]);
        }
        else Pairs.AddRange(quotes.Select(q => ((string?)null, (string?)q)));
        _joined = false;
        return i;
    }

    // ——— the small words of the office ———

    bool Says(int i)
    {
        var e = _elements[i];
        if (e.IsWord("додаєт", "додают")) return IsAttached = true;
        if (e.IsWord("редакці", "редакцією", "вигляд", "зміст")) { SaysWording = true; _describes = false; return true; }
        if (e.IsWord("відмін")) return EveryCase = true;
        if (e.IsWord("строк", "термін")) { SaysTerm = true; return true; }
        if (e.Text is "його" or "її" or "їх" && !_describes) return Refers = true;
        return false;
    }

    /// <summary>«… на 1 грудня 2024 року», «… до 25.12.2024», «з … на …»: the new term of what is moved.</summary>
    int? TakeMoved(int i)
    {
        var e = _elements[i];
        if (!SaysTerm && !_elements.Any(x => x.IsWord("строк", "термін")) || e.Text is not ("на" or "до" or "по" or "з" or "від") || i + 1 >= _elements.Count) return null;
        var rest = Token.Cut(_phrase[_elements[i + 1].Span.Start..]);
        var from = _elements[i + 1].Span.Start;
        var said = PrintedDate.At(rest, 0) is { } date ? date.Span.End : rest.Count > 1 && (Folding.Roman(rest[0].Text) is not null || Numerals.Ordinal(rest[0].Text) is not null || rest[0].Kind == TokenKind.Number || PrintedDate.MonthOf(rest[0].Text) is not null || rest[0].Text is "кінця") ? PeriodEnd(rest) : (int?)null;
        if (said is not { } length) return null;
        var text = Folding.Collapse(_phrase[from..(from + length)]);
        if (e.Text is "з" or "від") Pairs.Add((text, null));
        else Moved = e.Text == "на" ? text : $"{e.Text} {text}";
        var next = i + 1;
        while (next < _elements.Count && _elements[next].Span.Start < from + length) next++;
        return next;
    }

    /// <summary>«IV квартал 2024 року», «кінця 2024 року», «грудень 2024 року»: up to the year or the comma.</summary>
    static int? PeriodEnd(IReadOnlyList<Token> tokens)
    {
        var end = 0;
        var names = false;
        foreach (var token in tokens)
        {
            if (token.Kind is TokenKind.Sign && token.Text is not "-" || token.Kind == TokenKind.Word && !(token.Text is "року" or "рік" or "р" or "кінця" or "та" or "і" || Folding.Roman(token.Text) is not null || Numerals.Ordinal(token.Text) is not null || token.Text.StartsWith("кварт", StringComparison.Ordinal) || token.Text.StartsWith("півріч", StringComparison.Ordinal) || PrintedDate.MonthOf(token.Text) is not null)) break;
            names |= token.Kind == TokenKind.Word && token.Text is not ("та" or "і");
            end = token.Span.End;
        }
        return names && end > 0 ? end : null;
    }

    static bool IsFiller(string word) => word is "у" or "в" or "до" or "з" or "із" or "зі" or "та" or "і" or "й" or "а" or "на" or "по" or "за" or "про" or "також" or "що" or "такі" or "таке" or "такий" or "такій" or "таким" or "такими" or "такою" or "такого" or "такому" or "відповідно" or "внести" or "унести" or "вносяться" or "зміни" or "зміну" or "змін" or "змінами" or "доповнення" or "наступні" or "наступній" or "наступного" or "нової" or "новій" or "новою" or "новим" or "новими" or "новому" or "новий" or "нову" or "нові" or "нового" or "цього" or "цим" or "звʼязку" or "усіх" or "всіх" or "всьому" or "усьому" or "числах" or "тексті" or "тексту" or "текстом" or "кінці" or "кінець" or "початку" or "виклад" or "наведеній" or "затверджений" or "затвердженого" or "затвердженому" or "затверджених" or "затвердженої" or "затверджені" or "затвердженим" or "затверджену" or "схвалений" or "схваленого" or "схваленої" or "схвалену" or "визнати" or "визнається" or "визнаються" or "чинність" or "втратив" or "втратили" or "втратило" or "втратила" or "шляхом" or "виконання" or "частині" or "частину" or "включно" or "якого" or "якому" or "самим" or "згідно" or "додатком" or "названого" or "зазначеного" or "зазначеному" or "вказаного" or "вище" or "далі" or "саме" or "тому" or "числі" or "замість" or "відповідному" or "відповідних" or "відмінку" or "після" or "перед" or "нього" or "неї" or "них";
}
