using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zakhid.Documents;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Web;

/// A page of the workspace: who visits, on which day, in which words.
abstract class WorkPage : PageModel
{
    public Visit Visit => HttpContext.Features.Get<Visit>() ?? throw new InvalidOperationException("The page has no visit");
    public Actor Me => Visit.Actor;
    public Moment Now => Visit.Now;
    public DateOnly Today => Visit.Now.Day;
    public bool English => Language.IsEnglish(HttpContext);
    protected Store Store => HttpContext.RequestServices.GetRequiredService<Store>();
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// What has to be mended, shown above the form and at its field.
    public List<(string Field, string Sentence)> Mend { get; } = [];

    /// The sentence that belongs to a field; null: the field is in order.
    public string? MendOf(string field) => Mend.Find(m => m.Field == field).Sentence;

    /// A line to type in, with its sentence where it has to be mended.
    public TextField Line(string name, string label, string? value = null, string? hint = null, string? autocomplete = null) => new(name, label, value, hint, MendOf(name), autocomplete);

    public string T(string ukrainian, string english) => English ? english : ukrainian;

    protected Task<T> Read<T>(Func<Scope, Task<T>> read) => Store.Read(Me.Authority, read, Stop);

    /// Does the deed; a broken rule becomes a sentence on the same page, where nothing that was typed is lost.
    protected Task<bool> Try(string field, Func<Task> deed) => Try(_ => field, deed);

    /// The field that has to be mended may depend on the rule.
    protected async Task<bool> Try(Func<string, string> fieldOf, Func<Task> deed)
    {
        try
        {
            await deed();
            return true;
        }
        catch (RuleBroken rule)
        {
            Mend.Add((fieldOf(rule.Rule), RuleWords.Of(rule, English)));
        }
        catch (FileRefused refused)
        {
            Mend.Add((fieldOf(""), refused.Message));
        }
        catch (StorageFailed failed)
        {
            Mend.Add((fieldOf(""), failed.Message));
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        return false;
    }

    protected RedirectResult To(string path) => new(path, permanent: false, preserveMethod: false);
}

/// One line of a form. Passwords are never shown again.
sealed record TextField(string Name, string Label, string? Value, string? Hint, string? Error, string? Autocomplete)
{
    public bool IsPassword => Autocomplete?.EndsWith("password", StringComparison.Ordinal) == true;
    public string? DescribedBy => (Hint, Error) switch { (null, null) => null, (_, null) => $"{Name}-hint", (null, _) => $"{Name}-err", _ => $"{Name}-hint {Name}-err" };
}
