using CopBot.Chat;
using CopBot.Domain;

namespace CopBot.Pipeline;

/// <summary>Where a turn takes place.</summary>
/// <param name="Place">The place as the community knows it.</param>
/// <param name="Thread">The thread that an answer belongs in; null at the top level.</param>
/// <param name="Capabilities">What the platform can do.</param>
internal sealed record Scene(Place Place, string? Thread, Capabilities Capabilities)
{
    public bool IsDirect => Place.Kind is PlaceKind.Direct or PlaceKind.Home;

    /// <summary>Whether messages of this place are kept apart by threads.</summary>
    public bool HasThreads => IsDirect ? Capabilities.DirectThreads : Capabilities.ChannelThreads;
}
