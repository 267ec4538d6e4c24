using CopBot.Testing.Hosting;

namespace CopBot.Testing.Stories;

/// <summary>A community at work: somebody who asks, somebody who knows, somebody who coordinates.</summary>
public abstract class Stage : IAsyncDisposable
{
    public abstract BotHost Bot { get; }

    public abstract Chatter Asker { get; }

    public abstract Chatter Expert { get; }

    /// <summary>A coordinator who can press and fill in whatever is offered.</summary>
    public abstract Chatter Coordinator { get; }

    /// <summary>Makes the community ready: places bound, the expert known.</summary>
    public abstract Task PrepareAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>A coordinator comes to be, and binds the channels.</summary>
    protected async Task BindAsync(params IReadOnlyList<Chatter> coordinators)
    {
        foreach (var coordinator in coordinators)
        {
            await coordinator.TellAsync($"claim {await Bot.ClaimCodeAsync()}");
            await coordinator.SeesAsync("coordinator of");
            await coordinator.MentionAsync("bind");
            await coordinator.SeesAsync("home place");
        }
    }
}
