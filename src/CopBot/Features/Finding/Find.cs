using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Finding;

/// <summary>Somebody looks for what the community knows. Shown to that person alone.</summary>
internal static class Find
{
    private const int Most = 3;

    private static readonly Phrase Nothing = new(
        "I found nothing on that. Ask it, and I find somebody who knows.",
        "Je n’ai rien trouvé à ce sujet. Posez la question, et je trouverai quelqu’un qui sait.");

    private static readonly Phrase Outdated = new("{0} is outdated or wrong", "{0} est dépassée ou fausse");

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var found = (await Knowledge.SearchAsync(turn, call.Argument, cancel)).Take(Most).ToList();
        if (found.Count == 0) return Outcome.Of(turn.Tell(Nothing));
        var language = turn.Language;
        var people = await turn.Db.PeopleAsync(found.Select(f => f.AuthorId), cancel);
        var summary = string.Join('\n', found.Select(FoundCards.SummaryOf));
        return Outcome.Of(turn.Tell(new Card(
            summary, [.. found.SelectMany(f => FoundCards.BlocksOf(f, people, language))])
        {
            Actions =
            [
                .. found.SelectMany(f => FoundCards.ActionsOf(f, Outdated.In(language, f.Note?.Handle))),
            ],
        }));
    }
}
