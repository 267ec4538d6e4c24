using CopBot.Chat;
using CopBot.Testing.Fakes.Plain;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Testing.Platforms;

/// <summary>The platform that can do almost nothing, by itself.</summary>
public sealed class PlainBench : PlatformBench
{
    private PlainBench(BotHost bot, RecordingIntake heard, PlainPlatform platform)
        : base(bot, heard)
    {
        Platform = platform;
        Person = new PlainChatter(bot, platform, "sara", "Sara Batbayar");
        Bystander = new PlainChatter(bot, platform, "tomas", "Tomás Rivera");
    }

    public override IChatPlatform Platform { get; }

    public override PlaceRef Channel { get; } = new(PlainPlatform.Connection, "room");

    public override Chatter Person { get; }

    public override AccountRef PersonAccount { get; } = new(PlainPlatform.Connection, "sara");

    public override Chatter Bystander { get; }

    public static async Task<PlatformBench> OpenAsync()
    {
        var (heard, platform) = (new RecordingIntake(), new PlainPlatform());
        var bot = await BotHost.StartAsync(adjust: builder => builder.Services
            .AddSingleton<IChatPlatform>(platform).AddSingleton<IIntake>(heard));
        return new PlainBench(bot, heard, platform);
    }

    public override ValueTask DisposeAsync() => Bot.DisposeAsync();
}
