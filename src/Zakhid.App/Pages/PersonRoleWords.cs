namespace Zakhid.App.Pages;

static class PersonRoleWords
{
    public static string Of(Role role, bool english) => (role, english) switch
    {
        (Role.Coordinator, false) => "координатор",
        (Role.Coordinator, true) => "coordinator",
        (Role.Controller, false) => "контролер",
        (Role.Controller, true) => "controller",
        (Role.Head, false) => "керівник",
        (Role.Head, true) => "head",
        (Role.Administrator, false) => "адміністратор",
        (Role.Administrator, true) => "administrator",
        (_, false) => "виконавець",
        (_, true) => "executor",
    };
}
