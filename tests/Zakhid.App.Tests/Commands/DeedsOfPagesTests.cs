using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zakhid.App.Commands;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Tests.Commands;

/// Everything a page does the command line does: what a form of a page calls, some command calls too.
public sealed class DeedsOfPagesTests
{
    /// Deeds that are a person's own before the screen, or that the shell does by another operation.
    static readonly Dictionary<string, string> _ofPagesOnly = new(StringComparer.Ordinal)
    {
        ["SignIn.Run"] = "a person signs in where he reads; the shell is the operator's already",
        ["Sessions.End"] = "likewise",
        ["ChoosePassword.Run"] = "his own password a person types himself; the shell hands out a temporary one: zakhid people password",
        ["FirstStart.Opens"] = "shown before the first start",
        ["CalendarFeed.MadeAt"] = "shown before the deed; changes nothing",
        ["HandOver.What"] = "likewise",
        ["FirstStart.Run"] = "the first authority and its administrator by a code that the server prints: zakhid authority add, zakhid people add",
        ["ReceivePackage.Run"] = "an upload waits on the page to be looked at; the shell has the file: zakhid exchange check, exchange take",
        ["ReceivePackage.Bytes"] = "likewise",
    };

    /// Forms that only make a paper, which the shell makes too.
    static readonly Dictionary<string, string> _changesNothing = new(StringComparer.Ordinal)
    {
        ["Zakhid.App.Pages.Control.ConsentsModel.OnPostDocx"] = "zakhid letter consent",
        ["Zakhid.App.Pages.Control.RemindersModel.OnPostDocx"] = "zakhid letter reminder",
    };

    static readonly Dictionary<short, OpCode> _opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);
    static readonly Assembly _app = typeof(CommandLine).Assembly;
    static readonly HashSet<string> _ofCommands = [.. _app.GetTypes().Where(t => In(t, "Zakhid.App.Commands")).SelectMany(t => t.GetMethods(All).Cast<MethodBase>().Concat(t.GetConstructors(All))).SelectMany(m => Operations(m, _ => false))];

    const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<TheoryDataRow<string>> Forms => [.. from page in _app.GetTypes() where typeof(PageModel).IsAssignableFrom(page) && !page.IsAbstract from handler in page.GetMethods(All) where handler.Name.StartsWith("OnPost", StringComparison.Ordinal) && handler.IsPublic orderby page.FullName, handler.Name select new TheoryDataRow<string>($"{page.FullName}.{handler.Name}")];

    [Theory, MemberData(nameof(Forms))]
    public void What_a_form_does_a_command_does_too(string form)
    {
        var at = form.LastIndexOf('.');
        var page = _app.GetType(form[..at], throwOnError: true)!;
        var deeds = Operations(page.GetMethod(form[(at + 1)..], All)!, type => Within(type, page)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(deeds.Count > 0 != _changesNothing.ContainsKey(form), $"{form} does {deeds.Count} deeds");
        Assert.DoesNotContain(deeds, deed => !_ofCommands.Contains(deed) && !_ofPagesOnly.ContainsKey(deed));
    }

    [Fact]
    public void No_exception_is_kept_for_a_deed_that_a_command_does_or_no_page_does()
    {
        var ofPages = _app.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t)).SelectMany(page => page.GetMethods(All).Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)).SelectMany(m => Operations(m, type => Within(type, page)))).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(_ofPagesOnly.Keys, _ofCommands.Contains);
        Assert.DoesNotContain(_ofPagesOnly.Keys, deed => !ofPages.Contains(deed));
    }

    static bool In(Type type, string names) => (type.Namespace ?? "") is var space && (space == names || space.StartsWith(names + ".", StringComparison.Ordinal));

    /// The page itself, what it inherits here, and what the compiler made for its lambdas and awaits.
    static bool Within(Type type, Type page)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type.Assembly == _app && type.IsAssignableFrom(page) && type != typeof(object);
    }

    /// Operations that a method calls, by itself or through methods of the types that are followed.
    static IEnumerable<string> Operations(MethodBase start, Func<Type, bool> follows)
    {
        var (seen, next) = (new HashSet<MethodBase>(), new Stack<MethodBase>([start]));
        while (next.TryPop(out var method))
        {
            if (!seen.Add(method)) continue;
            if (method.GetCustomAttribute<AsyncStateMachineAttribute>() is { } machine) next.Push(machine.StateMachineType.GetMethod("MoveNext", All)!);
            foreach (var called in Calls(method))
            {
                if (called.DeclaringType is not { } of) continue;
                if (IsOperation(of)) { if (called is MethodInfo { IsStatic: false }) yield return $"{of.Name}.{called.Name}"; }
                else if (follows(of)) next.Push(called);
            }
        }
    }

    static bool IsOperation(Type type) => In(type, "Zakhid.Operations") && type.DeclaringType is null && type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Store)));

    /// Methods that the body of a method names: called, made or pointed to.
    static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? unchecked((short)(0xFE00 | il[at + 1])) : il[at];
            var op = _opCodes[code];
            at += op.Size;
            if (op.OperandType == OperandType.InlineMethod && method.Module.ResolveMethod(BitConverter.ToInt32(il, at), ofType, ofMethod) is { } called) yield return called;
            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
