namespace Zakhid.Operations.Tests;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;
    public TestClock() : this(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)) { }
    public override DateTimeOffset GetUtcNow() => Now;
    public void Pass(TimeSpan time) => Now += time;
}
