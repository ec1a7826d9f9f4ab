namespace Zakhid.Executors;

/// <summary>The word of each role, for showing and for a person to choose from.</summary>
public static class RoleWords
{
    static readonly (ExecutorRole Role, string Ukrainian, string English)[] Words =
    [
        (ExecutorRole.Responsible, "відповідальний", "responsible"),
        (ExecutorRole.Lead, "головний виконавець", "lead"),
        (ExecutorRole.CoExecutor, "співвиконавець", "co-executor"),
        (ExecutorRole.Participant, "бере участь", "takes part"),
        (ExecutorRole.Supervisor, "керівник", "supervisor"),
        (ExecutorRole.Controller, "контролює", "controller"),
        (ExecutorRole.Consolidator, "узагальнює", "summarises"),
    ];

    public static string Ukrainian(ExecutorRole role) => Array.Find(Words, w => w.Role == role).Ukrainian;
    public static string English(ExecutorRole role) => Array.Find(Words, w => w.Role == role).English;

    /// <summary>The role that a Ukrainian word names, or null.</summary>
    public static ExecutorRole? Read(string word) => Array.Find(Words, w => w.Ukrainian == word) is { Ukrainian: not null } found ? found.Role : null;
}
