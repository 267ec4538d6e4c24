using CopBot.Pipeline;

namespace CopBot.Features.Places;

/// <summary>A coordinator lets the bot speak in a place that outsiders read.</summary>
internal static class Allow
{
    private static readonly Phrase Allowed = new(
        "I speak here from now on; what I say is read by people from outside too.",
        "Je parle ici désormais ; ce que je dis est lu aussi par des personnes extérieures.");

    private static readonly Phrase NotHere = new("Say it in the channel itself.", "Dites-le dans le canal lui-même.");

    private static readonly Phrase Seen = new(
        "Then replies here without a mention count as comments.",
        "Alors, ici, les réponses sans mention comptent comme commentaires.");

    /// <summary>
    /// Whether the platform really shows every message nobody can ask it; the cards say what a coordinator says.
    /// </summary>
    public static Outcome AllMessages(Turn turn)
    {
        if (turn.Scene is null or { IsDirect: true }) return Outcome.Of(turn.Tell(NotHere));
        turn.Scene.Place.AllMessages = true;
        return Outcome.Of(turn.Tell(Seen));
    }

    public static Outcome Handle(Turn turn)
    {
        if (turn.Scene is null or { IsDirect: true }) return Outcome.Of(turn.Tell(NotHere));
        turn.Scene.Place.OutsidersAllowed = true;
        return Outcome.Of(turn.Tell(Allowed));
    }
}
