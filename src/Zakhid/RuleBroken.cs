namespace Zakhid;

/// <summary>
/// A rule of the domain refuses the deed. <see cref="Rule"/> is from a closed list and is the key of the sentence that
/// the person sees («report.not-submitted»); the arguments fill it.
/// </summary>
public sealed class RuleBroken(string rule, params object[] arguments) : Exception($"Rule broken: {rule}")
{
    public string Rule { get; } = rule;
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
