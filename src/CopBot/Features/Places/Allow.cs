using CopBot.Pipeline;

namespace CopBot.Features.Places;

/// <summary>A coordinator lets the bot speak in a place that outsiders read.</summary>
internal static class Allow
{
    private static readonly Phrase Allowed = new(
        "I speak here from now on; what I say is read by people from outside too.",
        "Je parle ici désormais ; ce que je dis est lu aussi par des personnes extérieures.");

    private static readonly Phrase Silent = new(
        "I stay silent here as long as people from outside read along.",
        "Je me tais ici tant que des personnes extérieures lisent.");

    private static readonly Phrase Unseen = new(
        "Then only replies that mention me count here.", "Alors, ici, seules les réponses qui me mentionnent comptent.");

    private static readonly Phrase NotHere = new("Say it in the channel itself.", "Dites-le dans le canal lui-même.");

    private static readonly Phrase Seen = new(
        "Then replies here without a mention count as comments.",
        "Alors, ici, les réponses sans mention comptent comme commentaires.");

    /// <summary>
    /// Whether the platform really shows every message nobody can ask it; the cards say what a coordinator says.
    /// </summary>
    public static Outcome AllMessages(Turn turn, bool allowed)
    {
        if (turn.Scene is null or { IsDirect: true }) return Outcome.Of(turn.Tell(NotHere));
        turn.Scene.Place.AllMessages = allowed;
        return Outcome.Of(turn.Tell(allowed ? Seen : Unseen));
    }

    public static Outcome Outsiders(Turn turn, bool allowed)
    {
        if (turn.Scene is null or { IsDirect: true }) return Outcome.Of(turn.Tell(NotHere));
        turn.Scene.Place.OutsidersAllowed = allowed;
        return Outcome.Of(turn.Tell(allowed ? Allowed : Silent));
    }
}
