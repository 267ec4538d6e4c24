using System.Text.RegularExpressions;
using CopBot.Pipeline;

namespace CopBot.Features.Places;

/// <summary>What the bot speaks in a channel, whatever its readers speak elsewhere.</summary>
internal static partial class PlaceLanguage
{
    private static readonly Phrase Chosen = new("I speak English here from now on.", "Ici, je parle désormais français.");
    private static readonly Phrase NotHere = new("Say it in the channel itself.", "Dites-le dans le canal lui-même.");

    public static Outcome Handle(Turn turn, string words)
    {
        if (turn.Scene is null or { IsDirect: true }) return Outcome.Of(turn.Tell(NotHere));
        var french = words.TrimStart(':', ' ').StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        turn.Scene.Place.Language = french ? "fr" : "en";
        var language = Languages.Of(turn.Scene.Place.Language);
        return Outcome.Of(turn.Tell(Chat.Cards.Card.Saying(Chosen.In(language))));
    }

    [GeneratedRegex(
        @"[:\s]*(english|en|anglais|french|fran[cç]ais|fr)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();
}
