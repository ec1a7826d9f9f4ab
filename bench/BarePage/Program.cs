// The measure of our own list of obligations: the least that a Razor page with the same rows can cost. No sign-in, no
// rules of access, no words, no layout; count and list as prepared queries on the same table.
//   dotnet run -c Release -- FOLDER URL
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly,
    (name, _, _) => name == "e_sqlite3" ? NativeLibrary.Load("libsqlite3.so.0") : IntPtr.Zero);
SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());

var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.Services.AddRazorPages();
builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
builder.Services.AddSingleton(new BarePage.Database(Path.Combine(args[0], "zakhid.db")));
builder.WebHost.UseUrls(args[1]);

var app = builder.Build();
app.MapRazorPages();
await app.RunAsync();
