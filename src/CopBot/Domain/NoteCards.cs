using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>A practice note as people read it.</summary>
internal static class NoteCards
{
    private static readonly Phrase SituationLabel = new("Situation", "Situation");
    private static readonly Phrase TurningPointLabel = new("Turning point", "Déclic");
    private static readonly Phrase DoingLabel = new("What was done, and why", "Ce qui a été fait, et pourquoi");
    private static readonly Phrase MistakeLabel = new("What newcomers get wrong", "L’erreur des débutants");
    private static readonly Phrase LimitsLabel = new("When it would not work", "Quand cela ne marcherait pas");
    private static readonly Phrase ValidLabel = new("Valid for", "Valable pour");
    private static readonly Phrase TopicsLabel = new("Topics", "Sujets");
    private static readonly Phrase Vouches = new("{0} vouches for it since ", "{0} s’en porte garant depuis le ");
    private static readonly Phrase Kept = new("Kept since ", "Conservée depuis le ");
    private static readonly Phrase Due = new(" It is due for review.", " Elle doit être revue.");
    private static readonly Phrase SomeMember = new("A member", "Un membre");

    /// <summary>Everything the note says, and who vouches for it since when.</summary>
    public static IReadOnlyList<Block> BlocksOf(PracticeNote note, Member? author, Language language)
    {
        List<Block> blocks = [new Heading($"{note.Handle} · {note.Title}")];
        var facts = new (Phrase Label, string? Text)[]
        {
            (SituationLabel, note.Situation), (TurningPointLabel, note.TurningPoint), (DoingLabel, note.Doing),
            (MistakeLabel, note.NewcomerMistake), (LimitsLabel, note.Limits), (ValidLabel, note.ValidFor),
            (TopicsLabel, note.Topics),
        };
        blocks.Add(new Facts([.. facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Text))
            .Select(fact => new Fact(fact.Label.Label(language), fact.Text!))]));
        var since = note.PublishedAt ?? note.CreatedAt;
        var vouching = VoucherOf(
            note, author, language) is { } voucher ? Vouches.In(language, voucher) : Kept.In(language);
        blocks.Add(new Aside(new Text(
            new Plain(vouching),
            new Moment(since, DateOnly: true),
            new Plain("." + (note.State == NoteState.DueForReview ? Due.In(language) : "")))));
        return blocks;
    }

    public static Card Of(PracticeNote note, Member? author, Language language) =>
        new(SummaryOf(note), BlocksOf(note, author, language));

    public static string SummaryOf(PracticeNote note) => $"{note.Handle} · {note.Title}: {note.Body}";

    /// <summary>Who vouches for it, as the author agreed to be named; null if nobody may be named.</summary>
    private static string? VoucherOf(PracticeNote note, Member? author, Language language) => note.Naming switch
    {
        NoteNaming.Named when author is not null => author.Name + Naming.Background(author),
        NoteNaming.RoleOnly when author is not null => SomeMember.In(language) + Naming.Background(author),
        _ => null,
    };
}
