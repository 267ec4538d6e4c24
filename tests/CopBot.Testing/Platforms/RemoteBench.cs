using CopBot.Testing.Fakes;
using CopBot.Testing.Hosting;

namespace CopBot.Testing.Platforms;

/// <summary>A platform behind a network, which may fail.</summary>
public abstract class RemoteBench(BotHost bot, RecordingIntake heard) : PlatformBench(bot, heard)
{
    /// <summary>The next posting to the channel fails.</summary>
    public abstract void Fail(TroubleKind kind);

    /// <summary>The next opening of a direct chat fails.</summary>
    public abstract void FailOpening(TroubleKind kind);

    /// <summary>The next look-up of an account fails.</summary>
    public abstract void FailLookUp(TroubleKind kind);

    /// <summary>Nobody listens any more.</summary>
    public abstract Task HangUpAsync();
}
