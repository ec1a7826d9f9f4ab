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

    public string T(string ukrainian, string english) => English ? english : ukrainian;

    protected Task<T> Read<T>(Func<Scope, Task<T>> read) => Store.Read(Me.Authority, read, Stop);

    /// Does the deed; a broken rule becomes a sentence on the same page, where nothing that was typed is lost.
    protected async Task<bool> Try(string field, Func<Task> deed)
    {
        try
        {
            await deed();
            return true;
        }
        catch (RuleBroken rule)
        {
            Mend.Add((field, RuleWords.Of(rule, English)));
        }
        catch (FileRefused refused)
        {
            Mend.Add((field, refused.Message));
        }
        catch (StorageFailed failed)
        {
            Mend.Add((field, failed.Message));
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        return false;
    }

    protected RedirectResult To(string path) => new(path, permanent: false, preserveMethod: false);
}
