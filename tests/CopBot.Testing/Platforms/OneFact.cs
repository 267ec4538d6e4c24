using CopBot.Chat;

namespace CopBot.Testing.Platforms;

/// <summary>A memory that gives the same answer to whatever is asked, and keeps nothing.</summary>
/// <param name="fact">The answer; null if nothing is known.</param>
public sealed class OneFact(string? fact) : IPlatformMemory
{
    public Task<string?> RecallAsync(string connection, string name, CancellationToken cancel) => Task.FromResult(fact);

    public Task RememberAsync(string connection, string name, string value, CancellationToken cancel) =>
        Task.CompletedTask;
}
