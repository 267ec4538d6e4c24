using CopBot.Pipeline;

namespace CopBot.Features.Offering;

/// <summary>
/// Where a coordinator turned it on: somebody asks everybody in a channel, and the bot says to that person alone that
/// it could help. Members only, once a week at most, and only where there is something to offer.
/// </summary>
internal static class OfferingFeature
{
    public static Feature Declaration { get; } = new("Offering")
    {
        Topic = HelpTopic.You,
        Verbs =
        [
            new Verb("offer help", new(
                "offer help – tell members privately, here, when I could help with what they ask everybody",
                "proposer de l’aide – dire en privé aux membres, ici, quand je peux aider"))
            {
                Aliases = ["proposer de l’aide", "proposer de l'aide"],
                Who = Who.Coordinator,
                Handle = (turn, _, _) => Task.FromResult(OffersHere.Handle(turn, offers: true)),
            },
            new Verb("offer no help", new("offer no help – take that back", "ne plus proposer d’aide – revenir là-dessus"))
            {
                Aliases = ["ne plus proposer d’aide", "ne plus proposer d'aide"],
                Who = Who.Coordinator,
                Handle = (turn, _, _) => Task.FromResult(OffersHere.Handle(turn, offers: false)),
            },
            new Verb("offers off", new("offers off – I never offer help unasked", "propositions non – je ne propose plus rien sans demande"))
            {
                Aliases = ["propositions non"],
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(OfferHelp.Decline(turn, declines: true)),
            },
            new Verb("offers on", new("offers on – take that back", "propositions oui – revenir là-dessus"))
            {
                Aliases = ["propositions oui"],
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(OfferHelp.Decline(turn, declines: false)),
            },
        ],
        Actions =
        [
            new ActionDeclaration("decline-offers")
            {
                Handle = (turn, _, _) => Task.FromResult(OfferHelp.Decline(turn, declines: true)),
            },
        ],
        Intents = [IntentHandler.For<OverheardQuestion>(OfferHelp.HandleAsync)],
    };
}
