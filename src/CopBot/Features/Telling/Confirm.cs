using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Telling;

/// <summary>A second person, whom the teller named, says whether it is so; once.</summary>
internal static class Confirm
{
    private static readonly Phrase IsItSo = new(
        "{0} says that an answer to {1} was used, and that you can confirm it. Is it so?",
        "{0} dit qu’une réponse à {1} a servi, et que vous pouvez le confirmer. Est-ce exact ?");

    private static readonly Phrase Yes = new("It is so", "C’est exact");
    private static readonly Phrase No = new("It is otherwise", "C’est autrement");
    private static readonly Phrase Thanks = new("Thank you, that is noted.", "Merci, c’est noté.");
    private static readonly Phrase NotAsked = new("That was not asked.", "Cela n’a pas été demandé.");

    public static IEnumerable<Effect> Ask(Turn turn, Question question, Story story, Member? second) =>
        Reach.Direct(turn, second, language =>
        {
            var (ask, id) = (IsItSo.In(language, turn.Me.Member.Name, question.Handle), $"{story.Id:N}");
            List<Block> blocks = [new Paragraph(ask), new Quote(story.Did)];
            if (story.Changed.Length > 0) blocks.Add(new Quote(story.Changed));
            if (story.Evidence.Length > 0) blocks.Add(new Quote(story.Evidence));
            return new Card($"{ask} {story.Did}", blocks)
            {
                Actions =
                [
                    new("confirm-story", Yes.In(language), id, "confirm story") { Primary = true },
                    new("dispute-story", No.In(language), id, "dispute story"),
                ],
            };
        });

    public static async Task<Outcome> SayAsync(Turn turn, string id, bool holds, CancellationToken cancel) =>
        await RecordAsync(
            turn,
            Guid.TryParseExact(id, "N", out var guid)
                ? await turn.Db.Stories.FirstOrDefaultAsync(s => s.Id == guid, cancel)
                : null,
            holds, cancel);

    /// <summary>By words, the latest that was asked is meant.</summary>
    public static async Task<Outcome> SayLastAsync(Turn turn, bool holds, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        return await RecordAsync(
            turn,
            await turn.Db.Stories.Where(s => s.ConfirmerId == me && s.Confirmed == null)
                .OrderByDescending(s => s.ToldAt).FirstOrDefaultAsync(cancel),
            holds, cancel);
    }

    private static async Task<Outcome> RecordAsync(Turn turn, Story? story, bool holds, CancellationToken cancel)
    {
        if (story is not { Confirmed: null } || story.ConfirmerId != turn.Me.Member.Id)
        {
            return Outcome.Of(turn.Tell(NotAsked));
        }

        story.Touch();
        story.Confirmed = holds;
        var people = await turn.Db.PeopleAsync([story.MemberId], cancel);
        var (own, other) = (turn.Me.Member.Organisation, people.Values.FirstOrDefault()?.Organisation);
        var independent = !string.IsNullOrWhiteSpace(own) && !string.IsNullOrWhiteSpace(other)
            && !string.Equals(own, other, StringComparison.OrdinalIgnoreCase);
        return Outcome.Of(turn.Tell(Thanks)).Raise(new StoryConfirmed(story, turn.Me.Member.Id, holds, independent));
    }
}
