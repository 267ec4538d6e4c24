using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Telling;

/// <summary>Who used an answer is asked, briefly, what came of it; a second person may confirm it.</summary>
internal static class TellingFeature
{
    public static Feature Declaration { get; } = new("Telling")
    {
        Topic = HelpTopic.Answering,
        Verbs =
        [
            new Verb("tell", new(
                "tell Q7: what you did with the answer – your story counts",
                "raconter Q7 : ce que vous avez fait de la réponse – votre histoire compte"))
            {
                Aliases = ["raconter"],
                Argument = Tell.Words(),
                ArgumentRequired = true,
                Where = Where.Direct,
                Handle = Tell.ByWordsAsync,
            },
            Says("confirm story", new("confirm story – it is so", "confirmer l’histoire – c’est exact"), "confirmer l’histoire", holds: true),
            Says("dispute story", new("dispute story – it is otherwise", "contester l’histoire – c’est autrement"), "contester l’histoire", holds: false),
            new Verb("stories", new("stories – what came of answers", "récits – ce qu’ont donné les réponses"))
            {
                Aliases = ["récits"],
                Who = Who.Evaluator,
                Where = Where.Direct,
                Handle = (turn, _, cancel) => ToldStories.ListAsync(turn, cancel),
            },
            new Verb("examine story", new(
                "examine story 3fa21c holds: … – what else may explain it",
                "examiner le récit 3fa21c tient : … – ce qui peut aussi l’expliquer"))
            {
                Aliases = ["examiner le récit"],
                Who = Who.Evaluator,
                Where = Where.Direct,
                Argument = Examine.Words(),
                ArgumentRequired = true,
                Handle = Examine.ByWordsAsync,
            },
        ],
        Actions =
        [
            new ActionDeclaration(Examine.FormId) { Who = Who.Evaluator, Open = Examine.OpenAsync },
            new ActionDeclaration(Tell.FormId) { Open = Tell.OpenAsync },
            new ActionDeclaration("confirm-story") { Handle = (turn, press, cancel) => Confirm.SayAsync(turn, press.Argument, true, cancel) },
            new ActionDeclaration("dispute-story") { Handle = (turn, press, cancel) => Confirm.SayAsync(turn, press.Argument, false, cancel) },
        ],
        Forms =
        [
            new FormDeclaration(Tell.FormId, Tell.Fields) { Handle = Tell.SubmitAsync },
            new FormDeclaration(Examine.FormId, Examine.Fields) { Who = Who.Evaluator, Handle = Examine.SubmitAsync },
        ],
        Reactions = [Reaction.To<FollowedUp>(Tell.AskAsync)],
    };

    private static Verb Says(string name, Phrase help, string french, bool holds) => new(name, help)
    {
        Aliases = [french],
        IsButton = true,
        Where = Where.Direct,
        Handle = (turn, _, cancel) => Confirm.SayLastAsync(turn, holds, cancel),
    };
}
