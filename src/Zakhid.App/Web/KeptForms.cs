using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Zakhid.App.Web;

/// What somebody typed into a form and sent after his session had ended. It waits in memory until the same person has signed in
/// again; nothing of it is done before he presses the button once more.
sealed class KeptForms(TimeProvider clock)
{
    const int Most = 500, LongestInSigns = 300_000;
    static readonly TimeSpan _for = TimeSpan.FromHours(1);
    readonly ConcurrentDictionary<string, KeptForm> _forms = new(StringComparer.Ordinal);

    /// Null: too much to keep.
    public string? Keep(string login, string path, IFormCollection form)
    {
        foreach (var (old, one) in _forms)
            if (one.At + _for < clock.GetUtcNow()) _forms.TryRemove(old, out _);
        var fields = form.Where(f => f.Key != "csrf").SelectMany(f => f.Value.Select(v => (f.Key, Value: v ?? ""))).ToList();
        if (_forms.Count >= Most || fields.Sum(f => f.Value.Length + f.Key.Length) > LongestInSigns) return null;
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        _forms[id] = new(login, path, fields, form.Files.Any(f => f.Length > 0), clock.GetUtcNow());
        return id;
    }

    /// Only for who typed it.
    public KeptForm? Find(string id, string login) => _forms.TryGetValue(id, out var form) && form.Login == login && form.At + _for >= clock.GetUtcNow() ? form : null;
}

sealed record KeptForm(string Login, string Path, IReadOnlyList<(string Name, string Value)> Fields, bool HadFiles, DateTimeOffset At)
{
    /// What a person would miss most.
    public string? Longest => Fields.Where(f => f.Value.Length > 20).MaxBy(f => f.Value.Length).Value;
}
