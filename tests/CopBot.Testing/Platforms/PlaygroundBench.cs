using CopBot.Chat;
using CopBot.Playground;
using CopBot.Playground.Sample;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Testing.Platforms;

/// <summary>The Playground by itself.</summary>
public sealed class PlaygroundBench : PlatformBench
{
    private PlaygroundBench(BotHost bot, RecordingIntake heard)
        : base(bot, heard)
    {
        Platform = bot.Services.GetServices<IChatPlatform>().OfType<PlaygroundPlatform>().Single();
        var connection = SampleCommunity.Shipped.Person("sara")!.FullConnection;
        Channel = new(connection, "results");
        PersonAccount = new(connection, "sara");
        Person = new PlaygroundChatter(bot, "sara", "results");
        var other = SampleCommunity.Shipped.People.First(p => p.FullConnection == connection && p.Id != "sara");
        Bystander = new PlaygroundChatter(bot, other.Id, "results");
    }

    public override IChatPlatform Platform { get; }

    public override PlaceRef Channel { get; }

    public override Chatter Person { get; }

    public override AccountRef PersonAccount { get; }

    public override Chatter Bystander { get; }

    public static async Task<PlatformBench> OpenAsync()
    {
        var heard = new RecordingIntake();
        return new PlaygroundBench(
            await BotHost.StartAsync(adjust: builder => builder.Services.AddSingleton<IIntake>(heard)), heard);
    }

    public override ValueTask DisposeAsync() => Bot.DisposeAsync();
}
