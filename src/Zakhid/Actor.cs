namespace Zakhid;

/// <summary>What a signed-in person may do. Each person has one role.</summary>
public enum Role
{
    /// <summary>Відповідальна особа виконавця: reports for one body.</summary>
    Executor,
    /// <summary>Координатор: imports plans, accepts reports, consolidates.</summary>
    Coordinator,
    /// <summary>Контролер: keeps measures under control, extends and removes.</summary>
    Controller,
    /// <summary>Керівник установи: sees everything, approves.</summary>
    Head,
    /// <summary>Адміністратор: people and settings, no say about reports.</summary>
    Administrator,
}

/// <summary>
/// Who acts: a person of an authority in a role; <see cref="Body"/> is the body that he reports for. Person 0 is the
/// program itself (migration, demonstration data, jobs).
/// </summary>
public sealed record Actor(long Authority, long Person, Role Role, long? Body = null)
{
    public static Actor Program(long authority) => new(authority, 0, Role.Administrator);
    public bool IsProgram => Person == 0;
    public bool Is(params ReadOnlySpan<Role> roles) => roles.Contains(Role);
}
