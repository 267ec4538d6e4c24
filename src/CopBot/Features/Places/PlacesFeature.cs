using CopBot.Pipeline;

namespace CopBot.Features.Places;

/// <summary>Where the bot may speak, and for which community.</summary>
internal static class PlacesFeature
{
    public static Feature Declaration { get; } = new("Places")
    {
        Topic = HelpTopic.Coordinating,
        Verbs =
        [
            new Verb("bind", new("bind – this place belongs to the community", "rattacher – ce lieu appartient à la communauté"))
            {
                Aliases = ["rattacher"],
                Who = Who.Coordinator,
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(Bind.Handle(turn, home: false)),
            },
            new Verb("bind home", new("bind home – mirrored questions appear here", "rattacher accueil – les questions relayées arrivent ici"))
            {
                Aliases = ["rattacher accueil"],
                Who = Who.Coordinator,
                Where = Where.Anywhere,
                Handle = (turn, _, cancel) => Bind.HomeAsync(turn, cancel),
            },
            new Verb("allow outsiders", new(
                "allow outsiders – speak here although people from outside read along",
                "autoriser externes – parler ici bien que des personnes extérieures lisent"))
            {
                Aliases = ["autoriser externes"],
                Who = Who.Coordinator,
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(Allow.Outsiders(turn, allowed: true)),
            },
            new Verb("allow all messages", new(
                "allow all messages – I see every message here, not only mentions (the team’s owner granted it)",
                "autoriser tous les messages – je vois ici tous les messages, pas seulement les mentions (accordé par le propriétaire)"))
            {
                Aliases = ["autoriser tous les messages"],
                Who = Who.Coordinator,
                Handle = (turn, _, _) => Task.FromResult(Allow.AllMessages(turn, allowed: true)),
            },
            new Verb("disallow outsiders", new("disallow outsiders – take that back", "interdire externes – revenir là-dessus"))
            {
                Aliases = ["interdire externes"],
                Who = Who.Coordinator,
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(Allow.Outsiders(turn, allowed: false)),
            },
            new Verb("disallow all messages", new(
                "disallow all messages – take that back", "ne plus voir tous les messages – revenir là-dessus"))
            {
                Aliases = ["ne plus voir tous les messages"],
                Who = Who.Coordinator,
                Handle = (turn, _, _) => Task.FromResult(Allow.AllMessages(turn, allowed: false)),
            },
            new Verb("language here", new(
                "language here <en|fr> – what I speak in this channel", "langue ici <en|fr> – ce que je parle dans ce canal"))
            {
                Aliases = ["langue ici"],
                Who = Who.Coordinator,
                Argument = PlaceLanguage.Words(),
                ArgumentRequired = true,
                Handle = (turn, call, _) => Task.FromResult(PlaceLanguage.Handle(turn, call.Argument)),
            },
        ],
        Intents =
        [
            IntentHandler.For<Joined>(Presence.JoinedAsync),
            IntentHandler.For<Left>(Presence.LeftAsync),
            IntentHandler.For<Lost>(Presence.LostAsync),
            IntentHandler.For<Unreachable>(OutOfReach.HandleAsync),
        ],
    };
}
