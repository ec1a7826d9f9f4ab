using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.WebEncoders;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Feeds;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Web;

static class Server
{
    /// Everything that answers over HTTP, on a store that is already open.
    public static WebApplication Build(Store store, string urls, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Server).Assembly.GetName().Name });
        builder.Configuration["AllowedHosts"] = "*";
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            // Of who is not signed in; Guard gives more to who is.
            k.Limits.MaxRequestBodySize = 1_000_000;
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(c => c.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<FormOptions>(f => f.MultipartBodyLengthLimit = Guard.LongestBody);
        // Without this every Ukrainian letter of a page would be an escape of eight characters.
        builder.Services.Configure<WebEncoderOptions>(e => e.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(new AuthorityClock(time ?? TimeProvider.System));
        builder.Services.AddSingleton(_ => new FirstStart(store));
        builder.Services.AddSingleton(_ => new NewDay(store));
        builder.Services.AddSingleton(new KeptForms(time ?? TimeProvider.System));
        builder.Services.AddSingleton(new Styles());
        builder.Services.AddSingleton(s => new Sessions(store, s.GetRequiredService<AuthorityClock>()));
        builder.Services.AddSingleton(s => new SignIn(store, s.GetRequiredService<Sessions>(), s.GetRequiredService<AuthorityClock>()));
        builder.Services.AddHostedService<Postman>();
        builder.Services.AddSingleton(s => new CalendarFeed(store, s.GetRequiredService<AuthorityClock>()));
        // Nothing is protected by it: no key lies on the disk, and none can be stolen.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        // Forms repeat the session's own token (see Guard), so no key ring has to be kept or can be stolen.
        builder.Services.AddRazorPages(p => p.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute())).AddMvcOptions(o => o.Filters.Add(new TypedStays()));

        var app = builder.Build();
        app.UseMiddleware<Troubles>();
        app.UseMiddleware<Headers>();
        app.UseRouting();
        app.UseMiddleware<Guard>();
        app.MapRazorPages();
        app.MapGet("/style/{hash}.css", (string hash, Styles styles, HttpContext http) => styles.Answer(hash, http)).WithMetadata(new OpenToAllAttribute());
        app.MapGet("/script/{name}.js", (string name, HttpContext http) => Scripts.Answer(name, http)).WithMetadata(new OpenToAllAttribute());
        app.MapGet("/icon.svg", () => Results.Text(Embedded.Text("wwwroot/icon.svg"), "image/svg+xml")).WithMetadata(new OpenToAllAttribute());
        app.MapGet("/feeds/{name}", (string name, CalendarFeed feed, HttpContext http) => FeedAnswers.Answer(name, feed, http)).WithMetadata(new OpenToAllAttribute());
        app.MapGet("/health", () => "ok").WithMetadata(new OpenToAllAttribute());
        return app;
    }
}
