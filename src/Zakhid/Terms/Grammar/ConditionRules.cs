namespace Zakhid.Terms.Grammar;

/// <summary>
/// Terms that hang on something without a date in the document: a need, a request, an event, a schedule of its own, a
/// season set by others; and no term at all.
/// </summary>
static class ConditionRules
{
    public static Piece? Read(Cursor c)
    {
        var start = c.At;
        Piece? piece = Need(c) ?? OwnSchedule(c) ?? State(c) ?? SeasonOfOthers(c) ?? BeforeEvent(c) ?? OnEvent(c);
        if (piece is null) { c.At = start; return null; }
        return piece with { From = start, To = c.At };
    }

    /// <summary>«у разі потреби», «за необхідності», «при наявності коштів», «у міру надходження».</summary>
    static Condition? Need(Cursor c)
    {
        var start = c.At;
        if (c.TakeAll("у", "разі") || c.TakeAll("в", "разі") || c.TakeAll("у", "випадку") || c.TakeAll("в", "випадку") || c.TakeAll("у", "міру") || c.TakeAll("в", "міру")
            || c.TakeAll("по", "мірі") || c.TakeAll("за", "умови") || c.TakeAll("за", "умов") || c.TakeAll("залежно", "від") || c.TakeAll("з", "урахуванням"))
            return Words(c);
        c.At = start;
        if (c.Take("за", "при", "по", "в", "у") && (Cursor.StartsWith(c.Word, "потреб", "необхідн", "наявн", "можлив", "надходж", "виникн", "готовн", "фактичн", "фактом")))
            return Words(c);
        c.At = start;
        if (c.Take("при") && (c.Word.EndsWith("нні", StringComparison.Ordinal) || c.Word.EndsWith("тті", StringComparison.Ordinal))) return Words(c);
        c.At = start;
        if (c.Take("у", "в") && c.Take("межах") && Cursor.StartsWith(c.Word, "фінанс", "кошт", "видатк", "виділен", "асигнув", "бюджет", "наявн", "передбач", "затвердж")) return Words(c);
        c.At = start;
        return c.Take("необхідності", "потреби") ? new(c.Printed(start, c.At)) : Fail(c, start);
    }

    /// <summary>«за окремим графіком», «відповідно до плану», «згідно із Законом», «за рішенням голови», «на вимогу», «у визначені законом строки».</summary>
    static Condition? OwnSchedule(Cursor c)
    {
        var start = c.At;
        if (c.TakeAll("відповідно", "до") || c.TakeAll("згідно", "з") || c.TakeAll("згідно", "із") || c.TakeAll("згідно", "зі") || c.Take("згідно", "відповідно") && !c.AtEnd && c.IsWord()) return Words(c);
        c.At = start;
        if (c.Take("за", "на", "по", "під"))
        {
            var words = c.At;
            while (c.TakeStem("окрем", "затвердж", "погодж", "узгодж", "встановл", "визнач", "щоріч", "щоміс", "щокварт", "щотиж", "власн", "відповідн", "графік", "планов", "перш", "попередн", "пропоз", "письмов")) { }
            if (c.At > words && Cursor.StartsWith(c.Peek(-1), "погодж", "графік", "пропоз", "узгодж", "планов") || Cursor.StartsWith(c.Word, "графік", "розклад", "план", "програм", "доручен", "рішенн",
                "запит", "звернен", "заявк", "заяв", "поданн", "ініціатив", "вимог", "погоджен", "домовлен", "узгоджен", "клопотан", "замовлен", "прохан", "результат", "підсумк", "наслідк",
                "викликом", "вказівк", "розпорядж", "наказ", "пропозиц", "окрем", "скарг", "фактом", "необхідн"))
            {
                if (Cursor.StartsWith(c.Word, "план") && c.Peek(-1) is "за" or "на" && c.Word is "плани") return Fail(c, start);
                c.At = words;
                return Words(c);
            }
        }
        c.At = start;
        if (c.Take("у", "в") && c.TakeStem("встановлен", "установлен", "визначен", "передбачен", "законодавч"))
        {
            while (!c.AtEnd && !Cursor.StartsWith(c.Word, "строк", "термін", "порядк") && c.Word is not ("," or ";" or ".")) c.At++;
            if (c.TakeStem("строк", "термін", "порядк")) { Words(c); return new(c.Printed(start + 1, c.At)); }
        }
        c.At = start;
        if (c.Take("у", "в") && c.TakeStem("строк", "термін"))
        {
            c.Take(",");
            if (c.TakeStem("визнач", "встановл", "установл", "передбач", "що", "які", "зазнач")) { Words(c); return new(c.Printed(start + 1, c.At)); }
        }
        return Fail(c, start);
    }

    /// <summary>What a state of the country bounds goes on without a deadline: «на період дії воєнного стану», «до завершення карантину».</summary>
    static Piece? State(Cursor c)
    {
        var start = c.At;
        var bounded = c.Take("на", "у", "в", "за", "протягом", "упродовж", "впродовж", "до", "під") && !(c.Peek(-1) == "під" && c.Word != "час");
        if (!bounded) { c.At = start; return null; }
        var words = c.At;
        while (c.TakeStem("весь", "всього", "усього", "увесь", "період", "час", "строк", "термін", "дії", "дію", "кінця", "закінчен", "завершен", "припинен", "скасув", "моменту",
            "дня", "введен", "запровадж", "дати", "чи", "або", "та", "правов", "режим")) { }
        if (StateNoun(c))
        {
            Words(c);
            while (words < c.At && Cursor.StartsWith(Phrase(c, words), "весь", "всього", "усього", "увесь", "період", "час", "строк", "термін")) words++;
            return new Ongoing(c.Printed(words, c.At));
        }
        c.At = start;
        return null;
    }

    static string Phrase(Cursor c, int at) => c.Peek(at - c.At);

    static bool StateNoun(Cursor c) => c.TakeAll("воєнн*", "стан*") || c.TakeAll("надзвичайн*", "стан*") || c.TakeAll("надзвичайн*", "ситуац*") || c.TakeStem("карантин")
        || c.TakeAll("особлив*", "період*") || c.TakeAll("збройн*", "агресі*") || c.TakeAll("військов*", "стан*") || c.TakeAll("бойов*", "дій");

    /// <summary>«протягом опалювального сезону», «у осінньо-зимовий період», «під час канікул».</summary>
    static Condition? SeasonOfOthers(Cursor c)
    {
        var start = c.At;
        var led = c.Take("протягом", "упродовж", "впродовж", "у", "в", "на", "за", "під");
        if (led && c.Peek(-1) == "під" && !c.Take("час")) return Fail(c, start);
        c.TakeStem("період", "час");
        var words = c.At;
        var named = false;
        while (c.TakeStem("опалюв", "купальн", "пожежонебезпечн", "туристичн", "посівн", "збиральн", "оздоровч", "театральн", "мисливськ", "вегетац", "нерестов", "паводк",
            "осіннь", "веснян", "зимов", "літн", "осінн", "курортн", "бюджетн", "жнив", "призовн", "вступн", "виборч", "польов", "епідеміч", "повен", "садів") || named && c.Take("-")) named = true;
        if (named && c.TakeStem("сезон", "період", "кампан", "канікул", "процес"))
        {
            while (c.IsNumber() || c.Word is "/" or "-" && c.IsNumber(1) || CalendarWords.Unit(c.Word) == PeriodLength.Year) c.At++;
            return new(c.Printed(words, c.At)) { Ambiguous = true };
        }
        c.At = words;
        // «протягом епідсезону».
        if (led && c.Word.Length > 6 && c.Word.Contains("сезон", StringComparison.Ordinal)) { c.At++; return new(c.Printed(words, c.At)) { Ambiguous = true }; }
        if (led && c.TakeStem("канікул")) return new(c.Printed(words, c.At)) { Ambiguous = true };
        return Fail(c, start);
    }

    /// <summary>«напередодні державних свят», «перед початком …», «до прийняття …», «до початку опалювального сезону».</summary>
    static Piece? BeforeEvent(Cursor c)
    {
        var start = c.At;
        var eve = c.Take("напередодні");
        if ((eve || c.Take("перед")) && DayRules.Feast(c) is { } feast) return new Counted(1, PeriodLength.Day) { Before = true, Anchor = Anchor.Date, Date = feast };
        c.At = eve ? start + 1 : start;
        if (eve || c.Take("перед", "до"))
        {
            var words = c.At;
            if (!eve && c.Peek(-1) == "до" && !IsDeed(c)) return Fail(c, start);
            var text = EventWords(c, words);
            if (text.Length > 0)
                return new Condition(text) { Relative = new("event:" + text, "before", eve ? 1 : 0, PeriodLength.Day, null) };
        }
        return Fail(c, start);
    }

    /// <summary>«після затвердження бюджету», «з початком …», «з моменту …», «під час …», «одразу після …», «на період …».</summary>
    static Condition? OnEvent(Cursor c)
    {
        var start = c.At;
        var direction = "on";
        bool led;
        if (c.Take("одразу", "відразу", "невідкладно", "негайно", "терміново") && c.Take("після", "по")) (led, direction) = (true, "after");
        else
        {
            c.At = start;
            if (c.Take("після")) (led, direction) = (true, "after");
            else if (c.Take("з", "із", "від") && c.Take("початком", "початку", "моменту", "настанням", "настання", "часу", "дня", "дати", "введенням", "відкриттям", "набранням"))
            {
                var kept = c.Peek(-1);
                c.Take(",");
                if (Cursor.StartsWith(kept, "почат", "настан", "введен", "відкр", "набран")) c.At--;
                led = true;
                if (!Cursor.StartsWith(kept, "почат", "настан")) direction = "after";
            }
            else
            {
                c.At = start;
                led = c.TakeAll("під", "час") || c.TakeAll("на", "час") || c.TakeAll("в", "ході") || c.TakeAll("у", "ході")
                    || (c.Take("на", "у", "в", "протягом", "упродовж") && (c.TakeStem("період", "час", "день", "дні")) && !c.AtEnd && c.Word is not ("," or "." or "з" or "до"));
            }
        }
        if (led)
        {
            var text = EventWords(c, c.At);
            if (text.Length > 0) return new(text) { Relative = new("event:" + text, direction, 0, PeriodLength.Day, null) };
        }
        return Fail(c, start);
    }

    /// <summary>A verbal noun («прийняття», «проведення») or a boundary of an event; «до управління» is an address.</summary>
    static bool IsDeed(Cursor c)
    {
        var word = c.Word;
        if (word is "початку" or "кінця" or "моменту" or "часу" or "дня" or "дати" or "повного" or "остаточного" or "виборів" or "засідання" or "особливого" or "свят" or "свята") return true;
        if (Cursor.StartsWith(word, "опалюв", "купальн") || word is "нового" or "наступного" && Cursor.StartsWith(c.Peek(1), "опалюв", "купальн", "сезон", "бюджет")) return true;
        if (Cursor.StartsWith(word, "міжнародн", "всесвітн", "всеукраїнськ", "національн", "професійн") && c.Peek(1) is "дня" or "свята") return true;
        if (Cursor.StartsWith(word, "управлін", "відділен", "обєднан", "завдан", "населен", "рішенн", "розпорядж", "виконанн", "відома", "сприянн")) return false;
        return word.EndsWith("ння", StringComparison.Ordinal) || word.EndsWith("ття", StringComparison.Ordinal);
    }

    static Condition? Words(Cursor c)
    {
        var from = c.At;
        EventWords(c, from);
        return c.At > from ? new(c.Printed(from, c.At)) : null;
    }

    /// <summary>The words of an event or condition: up to a stop, or to where another term begins.</summary>
    public static string EventWords(Cursor c, int from)
    {
        var start = c.At;
        while (!c.AtEnd && !Stops(c)) c.At++;
        var end = c.At;
        while (end > start && c.Peek(end - 1 - c.At) is "та" or "і" or "й" or "а" or "-") end--;
        c.At = end;
        return c.Printed(start, end);
    }

    static bool Stops(Cursor c) => c.Word is "до" or "по" && c.IsNumber(1) || c.Word is "," or ";" or "." or "(" or ")" or ":" or "…" or "протягом" or "упродовж" or "впродовж" or "але" or "далі" or "щоб" or "для"
        || c.StandsHere("не", "пізніше") || c.StandsHere("не", "рідше") || c.StandsHere("не", "менше") || c.StandsHere("-", "до") || c.StandsHere("-", "не")
        || c.Word.StartsWith("що", StringComparison.Ordinal) && c.Word.Length > 5 && CalendarWords.Unit(c.Word[2..]) is not null
        || c.Word == "-" && !(c.Touches(0) && c.Touches(1));

    static Condition? Fail(Cursor c, int start)
    {
        c.At = start;
        return null;
    }
}
