namespace Zakhid.Executors;

/// <summary>
/// Executors as lines of text, one body each: «Відділ культури — співвиконавець (за згодою)». So they are corrected, kept
/// and shown beside what is printed. The role «відповідальний» is not written.
/// </summary>
public static class ExecutorLines
{
    const string Consent = "(за згодою)";
    const string Dash = " — ";

    public static string Write(IEnumerable<Executor> executors) => string.Join('\n', executors.Select(e => Write(e.Printed, e.Role, e.ByConsent)));

    public static string Write(string name, ExecutorRole role, bool byConsent) =>
        name + (role == ExecutorRole.Responsible ? "" : Dash + RoleWords.Ukrainian(role)) + (byConsent ? " " + Consent : "");

    /// <summary>Every line is a body, whatever it says; blank lines are none.</summary>
    public static IReadOnlyList<PrintedExecutor> Read(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line).Where(e => e.Name.Length > 0)];

    static PrintedExecutor Line(string line)
    {
        var byConsent = line.EndsWith(Consent, StringComparison.OrdinalIgnoreCase);
        if (byConsent) line = line[..^Consent.Length].TrimEnd(' ', ',', '–', '—', '-');
        var dash = line.LastIndexOf(Dash, StringComparison.Ordinal);
        var role = dash > 0 ? RoleWords.Read(line[(dash + Dash.Length)..].Trim()) : null;
        return new(role is null ? line : line[..dash].TrimEnd(), byConsent) { Role = role ?? ExecutorRole.Responsible };
    }
}
