using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Zakhid.Documents.Pdf;

/// <summary>Several pieces of work at once, one to a core; taken one by one, for each may be a process with a large picture.</summary>
static class AtOnce
{
    /// <exception cref="FileRefused">As the first piece that failed has thrown it.</exception>
    public static void ForEach<T>(IEnumerable<T> pieces, Action<T> work)
    {
        try
        {
            Parallel.ForEach(Partitioner.Create(pieces, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Capture(several.InnerExceptions[0]).Throw();
        }
    }
}
