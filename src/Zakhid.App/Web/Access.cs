namespace Zakhid.App.Web;

/// Who may open an endpoint. One without a rule is closed to everybody, and a test finds it.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
sealed class AccessAttribute(params Role[] roles) : Attribute
{
    public Role[] Roles { get; } = roles;
}

/// Any signed-in person.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
sealed class SignedInAttribute : Attribute;

/// Everybody; nothing of it may depend on who asks.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
sealed class OpenToAllAttribute : Attribute;
