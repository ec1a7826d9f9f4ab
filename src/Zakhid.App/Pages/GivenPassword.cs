namespace Zakhid.App.Pages;

/// A temporary password, shown to the administrator once.
sealed record GivenPassword(string Login, string Password);
