using System.Collections.Concurrent;

namespace CopBot.Pipeline;

/// <summary>
/// Threads of the workers' own, behind those that acknowledge: what came in waits for nothing but the disk, however
/// much there is to be worked off. Where the system lets a thread step back (Linux), they do, and still take all the
/// time that nobody else needs. One processor is left to the others, where there are several.
/// </summary>
internal sealed class WorkerThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _tasks = [];
    private readonly List<Thread> _threads;

    public WorkerThreads()
    {
        _threads = [.. Enumerable.Range(1, Math.Clamp(Environment.ProcessorCount - 1, 1, 8)).Select(
            number => new Thread(Work) { IsBackground = true, Name = $"Worker {number}" })];
        _threads.ForEach(thread => thread.Start());
    }

    public override int MaximumConcurrencyLevel => _threads.Count;

    /// <summary>Runs something, and what follows its awaits, on these threads.</summary>
    public Task RunAsync(Func<Task> work, CancellationToken cancel) =>
        Task.Factory.StartNew(work, cancel, TaskCreationOptions.None, this).Unwrap();

    public void Dispose() => _tasks.CompleteAdding();

    protected override void QueueTask(Task task) => _tasks.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _threads.Contains(Thread.CurrentThread) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks;

    private void Work()
    {
        StepBack.Now();
        foreach (var task in _tasks.GetConsumingEnumerable()) TryExecuteTask(task);
    }
}
