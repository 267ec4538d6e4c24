using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Digests;

/// <summary>A coordinator leaves items out, or says something first.</summary>
internal static partial class Editing
{
    public const string FormId = "edit-digest";
    private const string Without = "without";
    private const string Words = "words";

    private static readonly Phrase Title = new("Edit the digest", "Modifier le résumé");
    private static readonly Phrase Save = new("Save", "Enregistrer");
    private static readonly Phrase WithoutLabel = new("Leave out", "Laisser de côté");
    private static readonly Phrase WordsLabel = new("Your words first", "Vos mots en tête");
    private static readonly Phrase Chart = new("The chart", "Le graphique");
    private static readonly Phrase Changed = new("The draft is changed.", "Le projet est modifié.");
    private static readonly Phrase How = new(
        "Write what to leave out, and what to say first: edit digest without Q12, N3: Please mind the closing date.",
        "Écrivez ce qu’il faut laisser de côté, et quoi dire en tête : modifier le résumé sans Q12, N3 : Attention à la date de clôture.");

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new(Without, "") { Required = false, Several = true },
        new(Words, "") { Required = false, Multiline = true, MaxLength = 1000 },
    ];

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        if (await Posting.FindAsync(turn, argument, cancel) is not { State: DigestState.Draft } digest)
        {
            return Posting.Already;
        }

        var language = turn.Language;
        var parts = await DigestCard.PartsAsync(turn, new(digest.From, digest.To), language, cancel);
        List<Choice> items =
        [
            .. parts.SelectMany(part => part.Items.Select(
                item => new Choice(item.Key, $"{part.Title}: {item.Line.ToPlain()}"))),
            new(WeekChart.Key, Chart.In(language)),
        ];
        return new Form(FormId, argument, Title.In(language), Save.In(language),
        [
            Fields[0] with
            {
                Label = WithoutLabel.In(language), Choices = items, Initial = string.Join(',', digest.Without),
            },
            Fields[1] with { Label = WordsLabel.In(language), Initial = digest.Words },
        ]);
    }

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        var digest = await Posting.FindAsync(turn, sent.Argument ?? "", cancel);
        var keys = sent.Values.GetValueOrDefault(Without, "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return await ChangeAsync(turn, digest, keys, sent.Values.GetValueOrDefault(Words, "").Trim(), cancel);
    }

    public static async Task<Outcome> ByWordsAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        if (Said().Match(call.Argument) is not { Success: true, Length: > 0 } said) return Outcome.Of(turn.Tell(How));
        var digest = await Posting.LastAsync(turn, cancel);
        var words = said.Groups[Words].Value.Trim();
        var keys = said.Groups["keys"].Value.ToUpperInvariant()
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return await ChangeAsync(
            turn, digest, [.. digest?.Without ?? [], .. keys], words.Length > 0 ? words : digest?.Words, cancel);
    }

    [GeneratedRegex(
        @"((without|sans)\s+(?<keys>[QN]\d+(\s*,\s*[QN]\d+)*))?\s*(:\s*(?<words>.{1,1000}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        200)]
    public static partial Regex Said();

    private static async Task<Outcome> ChangeAsync(
        Turn turn, Digest? digest, IEnumerable<string> without, string? words, CancellationToken cancel)
    {
        if (digest is not { State: DigestState.Draft }) return Outcome.Of(turn.Tell(Posting.Already));
        digest.Touch();
        digest.LeaveOut(without);
        digest.Words = string.IsNullOrEmpty(words) ? null : words;
        return Outcome.Of(turn.Tell(Changed)).Send(await DraftCards.ShowAsync(turn, digest, cancel));
    }
}
