using CopBot.Chat;

namespace CopBot.Pipeline;

/// <summary>
/// Keeps people's talk among themselves out of the store: a message at the top level of a channel that does not
/// address the bot can mean nothing to it.
/// </summary>
internal static class Concern
{
    public static bool IsNone(Inbound inbound) =>
        inbound is MessageReceived { AddressesBot: false, Thread: null, Place.Kind: not PlaceKind.Direct } message
        && !Handles.Begins(message.Text);
}
