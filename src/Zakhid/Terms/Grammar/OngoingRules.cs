namespace Zakhid.Terms.Grammar;

/// <summary>Work without a deadline of its own: «постійно», «на постійній основі», «систематично», «цілодобового»; and work to be done at once.</summary>
static class OngoingRules
{
    static readonly string[] Stems = ["постійн", "систематичн", "регулярн", "безперервн", "безперебійн", "безстроков", "перманентн", "неперервн", "невпинн", "системн", "повсякчас", "поточн", "періодичн"];

    public static Piece? Read(Cursor c)
    {
        var start = c.At;
        Piece? piece = Continuously(c);
        if (piece is null) { c.At = start; piece = AtOnce(c); }
        if (piece is null) { c.At = start; piece = c.Take("одноразово", "разово", "одноразове", "однократно") ? new OneOff() : null; }
        if (piece is null) { c.At = start; return null; }
        return piece with { From = start, To = c.At };
    }

    static Ongoing? Continuously(Cursor c)
    {
        var start = c.At;
        if (c.Take("на", "в", "у") && c.TakeStem("постійн", "системн", "регулярн", "безперерв", "безстроков", "систематичн") && c.TakeStem("основ", "режим", "порядк")) return new();
        c.At = start;
        return Adverb(c);
    }

    static Ongoing? Adverb(Cursor c)
    {
        if (c.TakeAll("у", "робочому", "порядку") || c.TakeAll("в", "робочому", "порядку") || c.TakeAll("весь", "час") || c.TakeAll("увесь", "час") || c.TakeAll("протягом", "усього", "часу")
            || c.TakeAll("протягом", "всього", "часу") || c.TakeAll("у", "режимі", "реального", "часу") || c.TakeAll("без", "обмеження", "строку")) return new();
        if (c.Take("завжди", "постійно", "цілодобово", "безстроково", "повсякчас", "перманентно", "цілорічно", "круглорічно")) return new();
        if (c.Word.StartsWith("цілодобов", StringComparison.Ordinal) || c.Word.StartsWith("безперерв", StringComparison.Ordinal) || c.Word.StartsWith("цілорічн", StringComparison.Ordinal)) { c.At++; return new(); }
        foreach (var stem in Stems)
        {
            if (!c.Word.StartsWith(stem, StringComparison.Ordinal) || !CalendarWords.IsAdjectiveEnding(c.Word.AsSpan(stem.Length)) && c.Word != stem) continue;
            var adverb = c.Word == stem + "о" || c.Word == stem;
            if (stem == "поточн" && !adverb) return null;
            c.At++;
            return new() { Weak = !adverb };
        }
        return null;
    }

    /// <summary>«терміново», «негайно», «невідкладно», «у найкоротший строк», «без зволікань».</summary>
    static Immediately? AtOnce(Cursor c)
    {
        c.Take("дуже");
        if (c.Take("терміново", "негайно", "невідкладно", "якнайшвидше", "оперативно", "невідкладне", "термінове", "одразу", "відразу", "якнайскоріше") || c.TakeAll("без", "зволікан*")) return new();
        c.Take("у", "в");
        c.Take("якомога");
        return c.TakeStem("найкоротш", "якнайкоротш", "стисл", "найстисліш", "коротш", "максимально", "невідкладн") && (c.TakeStem("строк", "термін") || c.TakeAll("стисл*", "строк*") || c.TakeAll("коротк*", "строк*")
            || c.TakeAll("порядк*")) ? new() : null;
    }
}
