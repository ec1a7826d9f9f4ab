using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Zakhid.App.Web;

/// All components' styles joined into one file, under a name that changes with its content.
sealed partial class Styles
{
    readonly byte[] _css;

    public Styles()
    {
        _css = Encoding.UTF8.GetBytes(Import().Replace(Embedded.Text("wwwroot/css/zakhid.css"),
            import => $"@layer {import.Groups["layer"].Value} {{\n{Embedded.Text($"wwwroot/css/{import.Groups["file"].Value}")}\n}}"));
        Path = $"/style/{Convert.ToHexStringLower(SHA256.HashData(_css))[..16]}.css";
    }

    public string Path { get; }

    public IResult Answer(string hash, HttpContext http)
    {
        if (Path != $"/style/{hash}.css") return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(_css, "text/css; charset=utf-8");
    }

    [GeneratedRegex("""@import url\("(?<file>[a-z-]+\.css)"\)\s*layer\((?<layer>[a-z]+)\);""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Import();
}

static class Scripts
{
    public static IResult Answer(string name, HttpContext http)
    {
        if (!name.All(char.IsAsciiLetterLower) || Embedded.Find($"wwwroot/js/{name}.js") is not { } text) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Text(text, "text/javascript", Encoding.UTF8);
    }
}

/// What travels inside the program.
static class Embedded
{
    public static Stream? Open(string name) => typeof(Embedded).Assembly.GetManifestResourceStream(name);

    public static string? Find(string name)
    {
        using var stream = Open(name);
        if (stream is null) return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static string Text(string name) => Find(name) ?? throw new InvalidOperationException($"{name} is missing from the program");
}
