using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace CopBot.Pipeline;

/// <summary>
/// Threads of the workers' own, behind those that acknowledge: what came in waits for nothing but the disk, however
/// much there is to be worked off. Where the system lets a thread step back (Linux), they do, and still take all the
/// time that nobody else needs.
/// </summary>
internal sealed class WorkerThreads : TaskScheduler, IDisposable
{
    /// <summary>A tenth of the share of an ordinary thread, when there is not enough for both.</summary>
    private const int Niceness = 10;

    private readonly BlockingCollection<Task> _tasks = [];
    private readonly List<Thread> _threads;

    public WorkerThreads()
    {
        _threads = [.. Enumerable.Range(1, Math.Clamp(Environment.ProcessorCount, 2, 8)).Select(
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
        if (OperatingSystem.IsLinux()) _ = StepBack(which: 0, who: 0, Niceness);
        foreach (var task in _tasks.GetConsumingEnumerable()) TryExecuteTask(task);
    }

    /// <summary>
    /// On Linux it concerns the calling thread alone: https://man7.org/linux/man-pages/man2/setpriority.2.html, "Bugs".
    /// </summary>
    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StepBack(int which, int who, int priority);
}
