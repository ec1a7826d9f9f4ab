using Zakhid.Operations.Storage;

namespace Zakhid.App.Pages;

/// The choice of a role, and of the body that an executor reports for.
sealed record RoleFields(Role Role, long? Body, IReadOnlyList<(long Id, string Name)> All, string? Error)
{
    public static Task<List<(long Id, string Name)>> Bodies(Scope scope) => scope.All<(long, string)>("SELECT id, name FROM body WHERE authority_id = @authority ORDER BY sort_key, id");
}
