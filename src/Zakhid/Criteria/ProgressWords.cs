using Zakhid.Text;

namespace Zakhid.Criteria;

/// <summary>Progress as one sentence for the measure's page and the report.</summary>
public static class ProgressWords
{
    /// <summary>The same in English; the unit stays as the act prints it.</summary>
    public static string English(Progress progress)
    {
        var unit = progress.Target.ValueIs == ValueKind.Percent || progress.Target.Unit is null ? "" : $" ({progress.Target.Unit})";
        var percent = progress.Target.ValueIs == ValueKind.Percent ? " %" : "";
        string Said(decimal? number) => number is { } known ? $"{Figure(known)}{percent}" : "none";
        return progress.State switch
        {
            ProgressState.YesOrNo => "No number: done once it has been done.",
            ProgressState.Uncheckable => "The plan names no number by which it could be told.",
            ProgressState.NoNumber => $"{(progress.SoFar is null ? "Nothing counted yet" : Said(progress.SoFar) + unit)}; the plan names no number.",
            ProgressState.Silent => $"Nothing counted yet; {Said(progress.Needed)}{unit} needed.",
            _ => $"{Said(progress.SoFar)} of {Said(progress.Needed)}{unit}{(progress.State == ProgressState.Met ? ", reached" : "")}.",
        };
    }

    public static string Say(Progress progress)
    {
        var target = progress.Target;
        return progress.State switch
        {
            ProgressState.YesOrNo => "Критерій без числа: виконано, коли зроблено.",
            ProgressState.Uncheckable => "Числа в плані немає: з тексту критерію не видно, коли його досягнуто.",
            ProgressState.NoNumber => progress.SoFar is { } counted ? $"{Count(target, counted)}; числа в плані немає." : "Показника ще не названо; числа в плані немає.",
            ProgressState.Silent => $"Показника ще не названо; потрібно {Needed(progress)}.",
            _ when target.Type == TargetType.Frequency && progress.Slots.Count > 0 => $"{Slotted(progress)}.",
            _ => $"{Against(progress)}.",
        };
    }

    /// <summary>«2 з 3 заходів за серпень – жовтень», and how many of the ended slots were met, where it can be told.</summary>
    static string Slotted(Progress progress)
    {
        var (soFar, needed) = (progress.SoFar!.Value, progress.Needed!.Value);
        var target = progress.Target;
        var sentence = target.Op == Comparison.AtMost ? $"{Count(target, soFar)} за дозволених {Figure(needed)}" : soFar > needed ? $"{Count(target, soFar)}, на сьогодні потрібно {Figure(needed)}" : OutOf(target, soFar, needed);
        if (progress.SlotsMet is not { } met || target.PerEvery > 1 || target.Op == Comparison.AtMost) return sentence;
        var (one, many) = Slots(target.Per!.Value);
        return $"{sentence}; виконано {Plural.OutOf(met, progress.Slots.Count, one, many)}";
    }

    static string Against(Progress progress)
    {
        var (target, soFar) = (progress.Target, progress.SoFar!.Value);
        var end = progress.State == ProgressState.Met ? " — досягнуто" : progress.Disputed ? " (виконавці назвали різні числа)" : "";
        if (target.Op == Comparison.AtMost) return $"{Count(target, soFar)} за дозволених {Figure(target.Value!.Value)}{(progress.State == ProgressState.Missed ? " — перевищено" : "")}";
        if (target is { Op: Comparison.Equal, Value: 0 }) return progress.State == ProgressState.Met ? $"{Count(target, 0)}, як і потрібно" : $"{Count(target, soFar)}, а має не бути";
        if (target.ValueIs != ValueKind.Absolute || target.Type == TargetType.Change) return $"{Count(target, soFar)}, потрібно {Needed(progress)}{end}";
        var share = progress.Percent is { } percent && end != " — досягнуто" ? $" — {percent} %" : "";
        return $"{OutOf(target, soFar, target.Value!.Value)}{share}{end}";
    }

    static string Needed(Progress progress)
    {
        var target = progress.Target;
        if (target.Value is not { } value) return "порівняння з попереднім рівнем";
        var per = target.Per is { } length ? $" {Per(length, target.PerEvery)}" : "";
        var genitive = Genitive(target, value);
        return target.Op switch
        {
            Comparison.AtLeast => $"не менше {genitive}{per}",
            Comparison.AtMost => $"не більше {genitive}{per}",
            Comparison.MoreThan => $"понад {Count(target, value)}{per}",
            Comparison.About => $"близько {genitive}{per}",
            Comparison.Between => $"від {Figure(value)} до {Genitive(target, target.ValueTo ?? value)}{per}",
            Comparison.Increase or Comparison.Decrease => $"{(target.Op == Comparison.Increase ? "зростання" : "зменшення")} {(target.IsLevel ? "до " + genitive : target.ValueIs == ValueKind.Multiple ? "у " + Count(target, value) : "на " + Count(target, value))}",
            _ => $"{Count(target, value)}{per}",
        };
    }

    static string OutOf(Target target, decimal part, decimal whole)
    {
        if (!UnitForms.IsWhole(part) || !UnitForms.IsWhole(whole)) return $"{Figure(part)} з {Figure(whole)}{Unit(target)}";
        return UnitForms.Of(target.Unit) is { } forms
            ? Plural.OutOf((long)part, (long)whole, forms.GenitiveOne, forms.Many)
            : $"{Plural.OutOf((long)part, (long)whole, "", "").TrimEnd()}{Unit(target)}";
    }

    static string Count(Target target, decimal number)
    {
        if (target.ValueIs == ValueKind.Percent || target.Unit == "%") return $"{Figure(number)} %";
        return UnitForms.Of(target.Unit) is { } forms ? forms.Count(number) : $"{Figure(number)}{Unit(target)}";
    }

    static string Genitive(Target target, decimal number)
    {
        if (target.ValueIs == ValueKind.Percent || UnitForms.Of(target.Unit) is not { } forms) return Count(target, number);
        return $"{Figure(number)} {(!UnitForms.IsWhole(number) || Plural.EndsInOne((long)number) ? forms.GenitiveOne : forms.Many)}";
    }

    static string Unit(Target target) => target.Unit is { } unit ? $" {unit}" : "";

    static string Figure(decimal number) => UnitForms.Figure(number);

    static (string One, string Many) Slots(PeriodLength per) => per switch
    {
        PeriodLength.Day => ("дня", "днів"),
        PeriodLength.Week => ("тижня", "тижнів"),
        PeriodLength.Decade => ("декади", "декад"),
        PeriodLength.Month => ("місяця", "місяців"),
        PeriodLength.Quarter => ("кварталу", "кварталів"),
        PeriodLength.HalfYear => ("півріччя", "півріч"),
        _ => ("року", "років"),
    };

    static string Per(PeriodLength per, int every)
    {
        var (_, many) = Slots(per);
        if (every > 1) return $"на {every} {Plural.Of(every, "", per switch { PeriodLength.Week => "тижні", PeriodLength.Month => "місяці", PeriodLength.Day => "дні", PeriodLength.Year => "роки", PeriodLength.Quarter => "квартали", _ => many }, many)}";
        return per switch
        {
            PeriodLength.Day => "на день",
            PeriodLength.Week => "на тиждень",
            PeriodLength.Decade => "на декаду",
            PeriodLength.Month => "на місяць",
            PeriodLength.Quarter => "на квартал",
            PeriodLength.HalfYear => "на півріччя",
            _ => "на рік",
        };
    }
}
