using CopBot.Chat.Diagnosis;

namespace CopBot.Chat;

/// <summary>
/// One chat platform, seen from the product: the port that every adapter implements, for all its connections. What
/// comes in from a platform goes the other way, through <see cref="IIntake"/>.
/// </summary>
public interface IChatPlatform
{
    /// <summary>
    /// The scheme that begins the names of its connections: <c>playground</c> in <c>playground/lakeside</c>.
    /// </summary>
    string Scheme { get; }

    /// <summary>What it can do.</summary>
    Capabilities Capabilities { get; }

    /// <summary>The connections that are configured, by full name.</summary>
    IReadOnlyList<ConnectionInfo> Connections { get; }

    /// <summary>
    /// Renders and sends one effect. Rendering is total: whatever the card, something readable is sent. Failures of
    /// the platform are outcomes, not exceptions.
    /// </summary>
    /// <param name="outgoing">The effect with what is known about earlier attempts.</param>
    /// <param name="cancel">Fires at shutdown; an attempt cut off so counts as unknown.</param>
    Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel);

    /// <summary>
    /// Looks for a message whose sending had an unknown outcome. Called only where
    /// <see cref="Capabilities.FindsOwnMessages"/>.
    /// </summary>
    /// <param name="outgoing">The effect as it was sent.</param>
    /// <param name="since">When the attempt began, by this host’s clock: what is older need not be looked at.</param>
    /// <param name="cancel">Fires at shutdown.</param>
    /// <returns>
    /// <see cref="Delivery.Sent"/> if it is there, null if it surely is not, another outcome if it could not be looked
    /// for.
    /// </returns>
    Task<Delivery?> FindAsync(Outgoing outgoing, DateTimeOffset since, CancellationToken cancel);

    /// <summary>Asks the platform who somebody is. Time-boxed and cached by the caller.</summary>
    /// <param name="account">Whom.</param>
    /// <param name="place">A place where the account was seen, which some platforms need for the look-up.</param>
    /// <param name="cancel">Fires when the time box is over.</param>
    /// <returns>What the platform vouches for; null if it knows no such account or does not tell.</returns>
    /// <exception cref="PlatformBusyException">The platform does not tell now.</exception>
    Task<AccountInfo?> GetAccountAsync(AccountRef account, PlaceRef? place, CancellationToken cancel);

    /// <summary>
    /// Asks the platform what a channel is called, where deliveries do not say. Time-boxed by the caller.
    /// </summary>
    /// <param name="place">Which place.</param>
    /// <param name="cancel">Fires when the time box is over.</param>
    /// <returns>The name as people see it; null if the platform does not tell.</returns>
    /// <exception cref="PlatformBusyException">The platform does not tell now.</exception>
    Task<string?> GetTitleAsync(PlaceRef place, CancellationToken cancel);

    /// <summary>Examines its connections for an administrator: are the settings right, can it be reached?</summary>
    /// <param name="cancel">Fires when the time box is over.</param>
    Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancel);
}
