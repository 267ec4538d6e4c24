using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>What was found, as people read it.</summary>
internal static class FoundCards
{
    private const int Longest = 1200;

    private static readonly Phrase Answered = new("{0} answered ", "{0} a répondu le ");
    private static readonly Phrase Helped = new("; it helped who asked.", " ; cela a aidé la personne qui demandait.");

    public static IReadOnlyList<Block> BlocksOf(
        Found found, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        var author = found.AuthorId is { } id ? people.GetValueOrDefault(id) : null;
        if (found.Note is { } note) return NoteCards.BlocksOf(note, author, language);
        var (question, answer) = (found.Question!, found.Answer!);
        return
        [
            new Heading($"{question.Handle} · {Shortening.To(question.Text.ReplaceLineEndings(" "), 140)}"),
            new Quote(Shortening.To(answer.Text, Longest)),
            new Aside(new Text(
                new Plain(Answered.In(language, Naming.AuthorOf(question, answer, people, language))),
                new Moment(answer.SaidAt, DateOnly: true),
                new Plain(Helped.In(language)))),
        ];
    }

    public static string SummaryOf(Found found) => found.Note is { } note
        ? NoteCards.SummaryOf(note)
        : $"{found.Question!.Handle} · {found.Question.Text}: {found.Answer!.Text}";

    /// <summary>The buttons for any note that is shown.</summary>
    public static IEnumerable<CardAction> ActionsOf(Found found, string flag)
    {
        if (found.Note is not { } note) yield break;
        yield return new("flag", flag, $"{note.Id:N}", $"flag {note.Handle}: …") { OpensForm = true };
    }
}
