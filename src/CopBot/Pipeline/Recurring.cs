using CopBot.Chat;
using Microsoft.Extensions.Hosting;

namespace CopBot.Pipeline;

/// <summary>
/// Something that is done again and again, mostly on the workers' threads. Whatever goes wrong, it is done again:
/// nothing of it may stop the bot.
/// </summary>
internal abstract class Recurring(TimeSpan interval, WorkerThreads threads, SecurityClock clock) : BackgroundService
{
    protected SecurityClock Clock => clock;

    protected abstract Task DoAsync(CancellationToken cancel);

    protected abstract void Failed(Exception failure);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        threads.RunAsync(() => WorkAsync(stoppingToken), stoppingToken);

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(interval, clock.Time, cancel);
            try
            {
                await DoAsync(cancel);
            }
#pragma warning disable CA1031 // It is done again.
            catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failed(failure);
            }
        }
    }
}
