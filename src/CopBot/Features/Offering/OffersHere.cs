using CopBot.Pipeline;

namespace CopBot.Features.Offering;

/// <summary>A coordinator lets the bot offer help in a channel.</summary>
internal static class OffersHere
{
    private static readonly Phrase On = new(
        "When a member asks everybody here something that I could help with, I say so to that member alone, once a week at most. I need to see every message here.",
        "Quand un membre demande ici à tout le monde quelque chose où je peux aider, je le lui dis en privé, une fois par semaine au plus. Il faut que je voie tous les messages ici.");

    private static readonly Phrase Off = new(
        "Then I help here only those who ask me.", "Alors, ici, je n’aide que les personnes qui s’adressent à moi.");

    private static readonly Phrase NotHere = new("Say it in the channel itself.", "Dites-le dans le canal lui-même.");

    public static Outcome Handle(Turn turn, bool offers)
    {
        if (turn.Scene is null or { IsDirect: true }) return Outcome.Of(turn.Tell(NotHere));
        turn.Scene.Place.OffersHelp = offers;
        return Outcome.Of(turn.Tell(offers ? On : Off));
    }
}
