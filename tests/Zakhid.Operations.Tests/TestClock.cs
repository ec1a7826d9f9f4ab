namespace Zakhid.Operations.Tests;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;
    public TestClock() : this(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)) { }
    /// <summary>Whoever asks it breaks off, as a process that is ended there.</summary>
    public bool Stopped { get; set; }
    public override DateTimeOffset GetUtcNow() => Stopped ? throw new InvalidOperationException("The clock was stopped by the test") : Now;
    public void Pass(TimeSpan time) => Now += time;
}
