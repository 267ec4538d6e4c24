using CopBot.Matching.Index;
using CopBot.Matching.Similarity;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;

namespace CopBot.Domain;

/// <summary>
/// What the community knows: published notes, and answers that helped and may be shown to all. Nothing that was asked
/// in private or anonymously is among it before it became a note.
/// </summary>
internal static class Knowledge
{
    private const int Most = 20;

    /// <summary>A note counts a little more than an answer: somebody vouches for it.</summary>
    private const double NoteBonus = 0.25;

    /// <summary>What fits, best first.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="confidential">
    /// It was said in private, or not to the bot: it goes to nobody else, not even to a language model.
    /// </param>
    public static async Task<IReadOnlyList<Found>> SearchAsync(
        Turn turn, string query, CancellationToken cancel, bool confidential = false)
    {
        var sought = SoughtIn(turn, query) with
        {
            Equivalents = await GlossaryTerms.EquivalentsAsync(turn, query, cancel),
            Meaning = confidential ? null : turn.MeaningOf(query),
        };
        var matches = await turn.Knowing.SearchAsync(turn.Db, turn.Community, sought, Most, cancel);
        var ids = matches.Select(match => KnownTexts.Read(match.Id)).ToList();

        // What the view says decides, whatever the index remembers.
        var notes = (await KnownTexts
            .FoundNotesAsync(turn.Db, [.. ids.Where(id => id.IsNote).Select(id => id.Id)], cancel))
            .ToDictionary(KnownTexts.KeyOf, StringComparer.Ordinal);
        var answers = (await KnownTexts
            .FoundAnswersAsync(turn.Db, [.. ids.Where(id => !id.IsNote).Select(id => id.Id)], cancel))
            .ToLookup(pair => KnownTexts.KeyOf(pair.Question), StringComparer.Ordinal);
        return
        [
            .. matches.Select(match => notes.TryGetValue(match.Id, out var note)
                    ? new Found(note, null, null, match.Score + NoteBonus, match.Coverage) { Match = match }
                    : Best(turn, sought, match, [.. answers[match.Id]]))
                .OfType<Found>().OrderByDescending(found => found.Score),
        ];
    }

    /// <summary>The words that a query shares with what was found, the rarest first.</summary>
    public static IReadOnlyList<string> SharedWords(Turn turn, string query, Found found) => found.Match is { } match
        ? turn.Knowing.SharedWords(turn.Community, SoughtIn(turn, query), match.Item)
        : [];

    private static SoughtText SoughtIn(Turn turn, string query) =>
        new("", query, KnownTexts.LanguageOf(turn.Community, null, query, WriterIn(turn)));

    /// <summary>People mostly write what they always write, and else what is spoken where they write.</summary>
    private static string? WriterIn(Turn turn) => turn.Actor?.Member.Language
        ?? (turn.Scene is { IsDirect: false } scene
            ? turn.LanguageAt(scene.Place.Connection, scene.Place.PlaceId) == Language.French ? "fr" : "en"
            : null);

    /// <summary>Of several answers to one question, the one that fits best.</summary>
    private static Found? Best(
        Turn turn, SoughtText sought, IndexMatch match, IReadOnlyList<(Question Question, Contribution Answer)> answers)
    {
        if (answers.Count == 0) return null;
        var item = KnownTexts.ItemOf(turn.Community, answers[0].Question, [.. answers.Select(pair => pair.Answer)]);
        var fits = turn.Knowing.FitsOfAnswers(turn.Community, sought, item);
        var (question, answer) = answers.Zip(fits).MaxBy(pair => pair.Second).First;
        return new(null, question, answer, match.Score, match.Coverage) { Match = match };
    }
}

/// <summary>Something that was found: a note, or an answer with its question.</summary>
internal sealed record Found(
    PracticeNote? Note, Question? Question, Contribution? Answer, double Score, double Coverage)
{
    /// <summary>Who vouches for it.</summary>
    public Guid? AuthorId => Note is null ? Answer!.AuthorId : Note.AuthorId;

    /// <summary>
    /// So much of what is asked, informative words counting more, the title must hold, as long as too little is known
    /// of the community's words.
    /// </summary>
    private const double Covering = 0.6;

    /// <summary>Whether it is shown to somebody who did not look for it.</summary>
    public bool IsSure => Match?.Sure is { } sure ? sure >= Confidence.Shipped.Threshold : Coverage >= Covering;

    /// <summary>How it was found; null if it was not looked for by words.</summary>
    public IndexMatch? Match { get; init; }
}
