using CopBot.Chat.Cards;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;

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

    /// <summary>The button that has something translated.</summary>
    public const string Translate = "translate";

    private static readonly Phrase InMine = new("Translate {0}", "Traduire {0}");

    /// <summary>The buttons for anything that is shown.</summary>
    public static IEnumerable<CardAction> ActionsOf(Turn turn, Found found, Language reader, string flag)
    {
        IEnumerable<CardAction> flags = found.Note is { } note ? [FlagOf(note, flag)] : [];
        return flags.Concat(TranslationOf(turn, found, reader));
    }

    /// <summary>Where it is in another language than the reader's, and a machine is there.</summary>
    public static IEnumerable<CardAction> TranslationOf(Turn turn, Found found, Language reader)
    {
        if (!turn.Writes) yield break;
        var (text, known) = found.Note is { } note
            ? ($"{note.Title} {note.Body}", note.Language)
            : ($"{found.Question!.Text} {found.Answer!.Text}", null);
        if (KnownTexts.LanguageOf(turn.Community, known, text) == (reader == Language.French ? "fr" : "en")) yield break;
        var handle = found.Note?.Handle ?? found.Question!.Handle;
        yield return new(
            Translate, InMine.In(reader, handle), $"{found.Note?.Id ?? found.Answer!.Id:N}", $"translate {handle}");
    }

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
