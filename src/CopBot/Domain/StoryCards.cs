using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>What the person who is to confirm a story sees of it, for as long as it is there.</summary>
internal static class StoryCards
{
    private static readonly Phrase IsItSo = new(
        "{0} says that an answer to {1} was used, and that you can confirm it. Is it so?",
        "{0} dit qu’une réponse à {1} a servi, et que vous pouvez le confirmer. Est-ce exact ?");

    private static readonly Phrase Yes = new("It is so", "C’est exact");
    private static readonly Phrase No = new("It is otherwise", "C’est autrement");
    private static readonly Phrase Gone = new("This story was taken back.", "Ce récit a été retiré.");
    private static readonly Phrase Said = new("You said what you know of this story.", "Vous avez dit ce que vous savez de ce récit.");

    /// <summary>Asks the second person.</summary>
    public static IEnumerable<Effect> Ask(Turn turn, Question question, Story story, Member? second) => Reach.Direct(
        turn, second,
        language =>
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
        },
        KeyOf(story));

    /// <summary>The second person has said it.</summary>
    public static IEnumerable<Effect> Settled(Turn turn, Story story, Member second) =>
        Reach.Direct(turn, second, language => Card.Saying(Said.In(language)), KeyOf(story));

    /// <summary>The story is there no longer.</summary>
    public static IEnumerable<Effect> TakenBack(Turn turn, Story story, Member? second) =>
        Reach.Direct(turn, second, language => Card.Saying(Gone.In(language)), KeyOf(story));

    private static string KeyOf(Story story) => $"st:{story.Id:N}";
}
