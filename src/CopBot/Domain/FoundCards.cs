using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>What was found, as people read it.</summary>
internal static class FoundCards
{
    private const int Longest = 1200;

    private static readonly Phrase Change = new("Change {0}", "Modifier {0}");
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

    /// <summary>The button for any note that is shown.</summary>
    public static IEnumerable<CardAction> ActionsOf(Found found, string flag) =>
        found.Note is { } note ? [FlagOf(note, flag)] : [];

    /// <summary>The buttons for one person: a note is doubted by anybody, changed by those who may.</summary>
    public static IEnumerable<CardAction> ActionsOf(PracticeNote note, Turn turn, string flag)
    {
        if (note.IsPublished) yield return FlagOf(note, flag);
        if (!turn.MayChange(note)) yield break;
        yield return new("edit-note", Change.In(turn.Language, note.Handle), $"{note.Id:N}", $"edit {note.Handle} doing: …")
        {
            OpensForm = true,
        };
    }

    private static CardAction FlagOf(PracticeNote note, string flag) =>
        new("flag", flag, $"{note.Id:N}", $"flag {note.Handle}: …") { OpensForm = true };
}
