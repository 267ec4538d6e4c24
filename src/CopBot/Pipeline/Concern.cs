using CopBot.Chat;
using CopBot.Matching.Detection;

namespace CopBot.Pipeline;

/// <summary>
/// Keeps people's talk among themselves out of the store: a message at the top level of a channel that does not
/// address the bot can mean nothing to it, unless it asks everybody something where the bot may offer help.
/// </summary>
internal sealed class Concern(OfferingPlaces offering)
{
    public bool IsNone(Inbound inbound) =>
        inbound is MessageReceived { AddressesBot: false, Thread: null, Place.Kind: not PlaceKind.Direct } message
        && !Handles.Begins(message.Text)
        && !(message.Mentions.Count == 0 && offering.Has(message.Place.Ref) && QuestionRecognition.Asks(message.Text));
}
