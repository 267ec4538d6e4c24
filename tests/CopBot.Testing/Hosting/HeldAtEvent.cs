using Microsoft.Extensions.Logging;

namespace CopBot.Testing.Hosting;

/// <summary>A log that holds the thread of whoever tells of one event, until it may go on.</summary>
public sealed class HeldAtEvent(int held) : ILoggerProvider, ILogger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource _here = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody tells of it.</summary>
    public Task Here => _here.Task.WaitAsync(Patience);

    public void GoOn() => _goOn.TrySetResult();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id != held) return;
        _here.TrySetResult();
        _goOn.Task.Wait(Patience);
    }

    public void Dispose() => GoOn();
}
