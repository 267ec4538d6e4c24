using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Telling;

/// <summary>What was told, for those who are to judge it.</summary>
internal static class ToldStories
{
    private const int Most = 20;
    private const int MostButtons = 5;

    private static readonly Phrase Title = new("Stories of use", "Récits d’usage");
    private static readonly Phrase None = new("Nobody has told one yet.", "Personne n’en a encore raconté.");
    private static readonly Phrase ToldBy = new("{0} on {1}", "{0} sur {1}");
    private static readonly Phrase Somebody = new("Somebody", "Quelqu’un");
    private static readonly Phrase Confirmed = new("confirmed", "confirmé");
    private static readonly Phrase Disputed = new("disputed", "contesté");
    private static readonly Phrase Examined = new("other causes examined", "autres causes examinées");
    private static readonly Phrase Button = new("Examine {0}", "Examiner {0}");

    /// <summary>The latest, in the chat.</summary>
    public static async Task<Outcome> ListAsync(Turn turn, CancellationToken cancel)
    {
        var language = turn.Language;
        var told = await ReadAsync(turn.Db, turn.Community.Id, language, Most, cancel);
        if (told.Count == 0) return Outcome.Of(turn.Tell(None));
        var title = Title.In(language);
        return Outcome.Of(turn.Tell(new Card(
            $"{title}: {string.Join("; ", told.Select(one => one.Line))}",
            [
                new Heading(title),
                .. told.SelectMany(BlocksOf),
            ])
        {
            Actions =
            [
                .. told.Where(one => !one.IsExamined).Take(MostButtons).Select(one => new CardAction(
                    Examine.FormId, Button.In(language, one.Handle), $"{one.Id:N}", $"examine story {one.Handle} holds: …")
                    { OpensForm = true }),
            ],
        }));
    }

    /// <summary>The latest first. Who told one of an anonymous question stays unnamed.</summary>
    public static async Task<IReadOnlyList<ToldStory>> ReadAsync(
        CopBotDbContext db, Guid community, Language language, int most, CancellationToken cancel)
    {
        var stories = await (
            from story in db.Stories.AsNoTracking()
            join question in db.Questions on story.QuestionId equals question.Id
            where story.CommunityId == community
            orderby story.ToldAt descending
            select new { Story = story, question.Number, question.Anonymous }).Take(most).ToListAsync(cancel);
        var people = await db.PeopleAsync(
            stories.Where(one => !one.Anonymous).Select(one => one.Story.MemberId), cancel);
        return [.. stories.Select(one =>
            Shown(one.Story, $"Q{one.Number}", one.Anonymous ? null : TellerOf(one.Story, people), language))];
    }

    private static string? TellerOf(Story story, IReadOnlyDictionary<Guid, Member> people) =>
        story.MemberId is { } id ? people.GetValueOrDefault(id)?.Name : null;

    private static ToldStory Shown(Story story, string question, string? teller, Language language)
    {
        string?[] line =
        [
            Examine.HandleOf(story), ToldBy.In(language, teller ?? Somebody.In(language), question),
            story.Confirmed switch { true => Confirmed.In(language), false => Disputed.In(language), _ => null },
            story.Rivals.Length > 0 ? Examined.In(language) : null,
        ];
        string[] words = [story.Did, story.Changed, story.Evidence, story.Rivals];
        return new ToldStory(
            story.Id, Examine.HandleOf(story), string.Join(" · ", line.OfType<string>()),
            [.. words.Where(text => text.Length > 0)], story.Rivals.Length > 0);
    }

    private static IEnumerable<Block> BlocksOf(ToldStory one) =>
        [new Paragraph(one.Line), .. one.Words.Select(words => new Quote(words))];
}

/// <summary>A story as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Handle">Six digits of it.</param>
/// <param name="Line">Who told it, of what, and how it is supported.</param>
/// <param name="Words">What was done, what changed, what shows it.</param>
/// <param name="IsExamined">Whether somebody looked at other causes.</param>
internal sealed record ToldStory(Guid Id, string Handle, string Line, IReadOnlyList<string> Words, bool IsExamined);
