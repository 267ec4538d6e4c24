using CopBot.Storage;

namespace CopBot.Pipeline;

/// <summary>
/// Threads of the workers' own. Beside an embedded database they are behind those that acknowledge: what came in waits
/// for nothing but the disk, however much there is to be worked off. One processor is left to the others, where there
/// are several; and where the system lets a thread step back (Linux), they do, and still take all the time that nobody
/// else needs. Where the database is a server they mostly wait for it, and are the pool's: each of its answers that is
/// handed on to one more thread comes later.
/// </summary>
internal sealed class WorkerThreads : TaskScheduler, IDisposable
{
    private const int Most = 8;
    private readonly WorkLine<Task> _tasks = new();
    private readonly List<Thread> _threads;

    public WorkerThreads(IStore store)
        : this(store.IsEmbedded ? Math.Min(Math.Max(1, Environment.ProcessorCount - 1), Most) : 0, "Worker")
    {
    }

    private WorkerThreads(int count, string name)
    {
        _threads = [.. Enumerable.Range(1, count).Select(
            number => new Thread(Work) { IsBackground = true, Name = $"{name} {number}" })];
        _threads.ForEach(thread => thread.Start());
    }

    public override int MaximumConcurrencyLevel => Math.Max(1, _threads.Count);

    /// <summary>
    /// One thread for what takes minutes without waiting for anything, whatever the store: on those of the workers, all
    /// others would wait for it.
    /// </summary>
    public static WorkerThreads Apart(string name) => new(1, name);

    /// <summary>Runs something, and what follows its awaits, on the workers' threads.</summary>
    public Task RunAsync(Func<Task> work, CancellationToken cancel) => _threads.Count == 0
        ? Task.Run(work, cancel)
        : Task.Factory.StartNew(work, cancel, TaskCreationOptions.None, this).Unwrap();

    public void Dispose() => _tasks.Close();

    protected override void QueueTask(Task task) => _tasks.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _threads.Contains(Thread.CurrentThread) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.Waiting;

    private void Work()
    {
        StepBack.Now();
        for (var next = new List<Task>(1); _tasks.Take(next, most: 1); next.Clear()) TryExecuteTask(next[0]);
    }
}
