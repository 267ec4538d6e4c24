using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Telling;

/// <summary>
/// A coordinator or evaluator looks at what else may explain what a story tells: without that, no story is better
/// supported than confirmed (Mayne 2012, Evaluation 18:270). Not one's own story, nor one that one confirmed.
/// </summary>
internal static partial class Examine
{
    public const string FormId = "examine-story";
    private const int HandleLength = 6;
    private const string Rivals = "rivals";
    private const string Verdict = "verdict";
    private const string Holds = "holds";

    private static readonly Phrase Title = new("What else may explain it", "Ce qui peut aussi l’expliquer");
    private static readonly Phrase Save = new("Save", "Enregistrer");
    private static readonly Phrase RivalsLabel = new(
        "Which other causes did you look at, and what did you find?", "Quelles autres causes avez-vous examinées, et qu’avez-vous trouvé ?");

    private static readonly Phrase VerdictLabel = new("Was it the community?", "Était-ce la communauté ?");
    private static readonly Phrase StillHolds = new("Yes: nothing else explains it better", "Oui : rien d’autre ne l’explique mieux");
    private static readonly Phrase Partly = new("In part", "En partie");
    private static readonly Phrase Fails = new("No: something else explains it better", "Non : autre chose l’explique mieux");
    private static readonly Phrase Noted = new("Noted for story {0}.", "Noté pour le récit {0}.");
    private static readonly Phrase Unknown = new("I know no story {0}.", "Je ne connais pas de récit {0}.");
    private static readonly Phrase NotOwn = new(
        "Who told or confirmed a story can’t examine it; somebody else has to.", "Qui a raconté ou confirmé un récit ne peut l’examiner ; une autre personne doit le faire.");

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new(Rivals, "") { Multiline = true, MaxLength = 600 },
        new(Verdict, "") { MaxLength = 10 },
    ];

    public static string HandleOf(Story story) => $"{story.Id:N}"[^HandleLength..];

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        if (await FindAsync(turn, argument, cancel) is not { } story) return Unknown;
        if (IsOwn(turn, story)) return NotOwn;
        var language = turn.Language;
        return new Form(
            FormId, argument, Title.In(language), Save.In(language),
            [
                Fields[0] with { Label = RivalsLabel.In(language) },
                Fields[1] with
                {
                    Label = VerdictLabel.In(language),
                    Choices = [new(Holds, StillHolds.In(language)), new("partly", Partly.In(language)), new("fails", Fails.In(language))],
                },
            ]);
    }

    public static Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel) => NoteAsync(
        turn, sent.Argument ?? "", sent.Values.GetValueOrDefault(Verdict, ""), sent.Values.GetValueOrDefault(Rivals, ""), cancel);

    public static Task<Outcome> ByWordsAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var said = Words().Match(call.Argument);
        var verdict = said.Groups["verdict"].Value.ToLowerInvariant() switch
        {
            Holds or "tient" => Holds,
            "partly" or "en partie" => "partly",
            _ => "fails",
        };
        return NoteAsync(turn, said.Groups["handle"].Value, verdict, said.Groups["text"].Value, cancel);
    }

    [GeneratedRegex(
        @"(?<handle>[0-9a-f]{6})\s+(?<verdict>holds|partly|fails|tient|en partie|ne tient pas)\s*:\s*(?<text>.{1,600})",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 200)]
    public static partial Regex Words();

    private static async Task<Outcome> NoteAsync(
        Turn turn, string argument, string verdict, string rivals, CancellationToken cancel)
    {
        if (await FindAsync(turn, argument, cancel) is not { } story) return Outcome.Of(turn.Tell(Unknown, argument));
        if (IsOwn(turn, story)) return Outcome.Of(turn.Tell(NotOwn));
        (story.Rivals, story.ExaminerId) = (rivals.Trim(), turn.Me.Member.Id);
        return Outcome.Of(turn.Tell(Noted, HandleOf(story)))
            .Raise(new StoryExamined(story, turn.Me.Member.Id, verdict is Holds or "partly" ? verdict : "fails"));
    }

    private static bool IsOwn(Turn turn, Story story) =>
        story.MemberId == turn.Me.Member.Id || story.ConfirmerId == turn.Me.Member.Id;

    /// <summary>By its id, or by the six digits that are shown of it.</summary>
    private static async Task<Story?> FindAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var stories = turn.Db.Stories.Where(story => story.CommunityId == turn.Community.Id);
        if (Guid.TryParseExact(argument, "N", out var id)) return await stories.FirstOrDefaultAsync(s => s.Id == id, cancel);
        var handle = argument.Trim().ToLowerInvariant();
        if (handle.Length != HandleLength) return null;
        var ids = await stories.Select(story => story.Id).ToListAsync(cancel);
        var found = ids.Find(one => $"{one:N}".EndsWith(handle, StringComparison.Ordinal));
        return found == default ? null : await stories.FirstOrDefaultAsync(story => story.Id == found, cancel);
    }
}
