using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Zakhid.App.Web;

/// A form that was refused comes back as it was typed, on every page alike: see RefusedForm.
sealed class TypedStays : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is not PageResult || context.Controller is not WorkPage { Mend.Count: > 0 } page || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
        {
            await next();
            return;
        }
        var answer = http.Response.Body;
        using var drawn = new MemoryStream();
        http.Response.Body = drawn;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = answer;
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = form.ToDictionary(f => f.Key, f => (IReadOnlyList<string?>)f.Value, StringComparer.Ordinal);
        var html = System.Text.Encoding.UTF8.GetString(drawn.GetBuffer(), 0, (int)drawn.Length);
        await http.Response.WriteAsync(RefusedForm.Refill(html, http.Request.Path, http.Request.Query["handler"], typed, page.Mend), http.RequestAborted);
    }
}
