using System.Globalization;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Finding;

/// <summary>Tells a coordinator what made each result rank: <c>find budget ceilings why</c>.</summary>
internal static class FindWhy
{
    private static readonly string[] Asking = [" why", " why?", " pourquoi", " pourquoi ?", " pourquoi\u00A0?"];

    private static readonly Phrase Shared = new("Shared words: {0}.", "Mots communs : {0}.");
    private static readonly Phrase NoneShared = new("No words shared.", "Aucun mot commun.");
    private static readonly Phrase Score = new("Score {0}: {1}.", "Score {0} : {1}.");

    /// <summary>In the order in which the signals come.</summary>
    private static readonly Phrase[] Signals =
    [
        new("words", "mots"), new("words of the answers", "mots des réponses"), new("spelling", "orthographe"),
        new("spelling of all", "orthographe de tout"), new("topic", "sujet"), new("topic of all", "sujet de tout"),
        new("words used alike", "mots employés de même"), new("other", "autre"),
    ];

    /// <summary>The words that are looked for, and whether a coordinator asks why.</summary>
    public static (string Words, bool Why) Read(string argument, Turn turn)
    {
        var ending = Asking.FirstOrDefault(end => argument.TrimEnd().EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return ending is null || !turn.Me.Member.Is(RoleKind.Coordinator, turn.Now)
            ? (argument, false)
            : (argument.TrimEnd()[..^ending.Length], true);
    }

    public static Block ExplanationOf(Turn turn, string words, Found found)
    {
        var shared = Knowledge.SharedWords(turn, words, found);
        var parts = (found.Match?.Contributions ?? []).Zip(Signals).Where(part => Math.Abs(part.First) >= 0.005)
            .OrderByDescending(part => Math.Abs(part.First))
            .Select(part => $"{part.Second.In(turn.Language)} {Signed(part.First)}");
        var first = shared.Count == 0
            ? NoneShared.In(turn.Language)
            : Shared.In(turn.Language, string.Join(", ", shared));
        return new Aside($"{first} {Score.In(turn.Language, Signed(found.Score), string.Join(", ", parts))}");
    }

    private static string Signed(double value) => value.ToString("+0.00;−0.00;0", CultureInfo.InvariantCulture);
}
