using CopBot.Storage;
using Microsoft.Extensions.Hosting;

namespace CopBot.Pipeline;

/// <summary>
/// Before anything runs: the schema is up to date, and the settings' communities and connections are known.
/// </summary>
internal sealed class Startup(IStore store, CommunitySetup setup) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.MigrateAsync(cancellationToken);
        await setup.RunAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
