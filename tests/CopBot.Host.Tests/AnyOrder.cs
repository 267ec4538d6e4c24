using CopBot.Testing.Engines;
using CopBot.Testing.Worlds;

namespace CopBot.Host.Tests;

/// <summary>
/// Whatever people do, in any order: no question goes to its asker, no cap or quiet hour is broken, nothing private
/// reaches a channel without a yes, no anonymous asker shows anywhere, and every open question has a next step.
/// The benchmark <c>properties</c> plays a hundred thousand conversations.
/// </summary>
public sealed class AnyOrder
{
    /// <summary>What is decided does not depend on the engine: the second is tried by fewer.</summary>
    private static readonly int Most = TestEngine.IsPostgres ? 250 : 1_000;

    [Fact]
    public async Task the_laws_hold_in_hundreds_of_conversations()
    {
        var conversations = 0;
        for (var seed = 1; conversations < Most; seed++)
        {
            var (asked, _, faults) = await WorldRun.PlayAsync(seed);
            faults.ShouldBeEmpty();
            conversations += asked;
        }
    }
}
