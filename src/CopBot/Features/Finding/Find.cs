using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Finding;

/// <summary>Somebody looks for what the community knows. Shown to that person alone.</summary>
internal static partial class Find
{
    private const int Most = 3;

    private static readonly Phrase Nothing = new(
        "I found nothing on that. Ask it, and I find somebody who knows.",
        "Je n’ai rien trouvé à ce sujet. Posez la question, et je trouverai quelqu’un qui sait.");

    private static readonly Phrase NotYet = new(
        "I am still reading what the community knows. Say that again in a minute.",
        "Je lis encore ce que la communauté sait. Redites-le dans une minute.");

    private static readonly Phrase Outdated = new("{0} is outdated or wrong", "{0} est dépassée ou fausse");

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        if (await NamedAsync(turn, call.Argument, cancel) is { } named) return named;
        var (words, why) = FindWhy.Read(call.Argument, turn);
        var found = (await Knowledge.SearchAsync(turn, words, cancel)).Take(Most).ToList();
        if (found.Count == 0) return Outcome.Of(turn.Tell(turn.Knowing.IsBuilding(turn.Community) ? NotYet : Nothing));
        var language = turn.Language;
        var people = await turn.Db.PeopleAsync(found.Select(f => f.AuthorId), cancel);
        var summary = string.Join('\n', found.Select(FoundCards.SummaryOf));
        return Outcome.Of(turn.Tell(new Card(
            summary,
            [
                .. found.SelectMany(f => why
                    ? FoundCards.BlocksOf(f, people, language).Append(FindWhy.ExplanationOf(turn, words, f))
                    : FoundCards.BlocksOf(f, people, language)),
            ])
        {
            Actions =
            [
                .. found.Select(f => f.Note).OfType<PracticeNote>().SelectMany(
                    note => FoundCards.ActionsOf(note, turn, Outdated.In(language, note.Handle))),
                .. found.SelectMany(f => FoundCards.TranslationOf(turn, f, language)),
            ],
        }));
    }

    /// <summary>A note by its handle: published for everybody, else for those who may change it.</summary>
    private static async Task<Outcome?> NamedAsync(Turn turn, string words, CancellationToken cancel)
    {
        if (NoteHandle().Match(words) is not { Success: true } match) return null;
        var number = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        if (await turn.FindNoteAsync(number, cancel) is not { } note) return null;
        if (!note.IsPublished && !turn.MayChange(note)) return null;
        var people = await turn.Db.PeopleAsync([note.AuthorId], cancel);
        var author = note.AuthorId is { } id ? people.GetValueOrDefault(id) : null;
        var language = turn.Language;
        return Outcome.Of(turn.Tell(NoteCards.Of(note, author, language) with
        {
            Actions = [.. FoundCards.ActionsOf(note, turn, Outdated.In(language, note.Handle))],
        })).Raise(new NoteViewed(note, turn.Me.Member.Id));
    }

    [GeneratedRegex(@"^[:\s]*N([0-9]{1,9})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex NoteHandle();
}
