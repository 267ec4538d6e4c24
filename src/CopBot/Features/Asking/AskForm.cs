using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Features.Asking;

/// <summary>Asking from anywhere: no channel shows it unless the asker says so.</summary>
internal static class AskForm
{
    public const string Id = "ask";
    private const string Everybody = "everybody";
    private const string Anonymously = "anonymously";
    private const string Privately = "privately";

    private static readonly Phrase Title = new("Ask the community", "Demander");
    private static readonly Phrase Send = new("Ask", "Demander");
    private static readonly Phrase Label = new("Your question", "Votre question");
    private static readonly Phrase HowLabel = new("Who sees it?", "Qui la voit ?");
    private static readonly Phrase ToEverybody = new(
        "Everybody in the community", "Toute la communauté");

    private static readonly Phrase ToThem = new("Only those who are asked", "Seulement les personnes sollicitées");
    private static readonly Phrase ToNobody = new("Nobody learns that I ask", "Personne n’apprend que je demande");

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("question", "") { Multiline = true },
        new("how", "") { MaxLength = 20 },
    ];

    public static Task<FormOffer> OpenAsync(Turn turn, FormRequest request, CancellationToken cancel)
    {
        var language = turn.Language;
        return Task.FromResult<FormOffer>(new Form(Id, null, Title.In(language), Send.In(language),
        [
            Fields[0] with { Label = Label.In(language), Initial = request.About?.Text },
            Fields[1] with
            {
                Label = HowLabel.In(language),
                Initial = Everybody,
                Choices =
                [
                    new(Everybody, ToEverybody.In(language)),
                    new(Privately, ToThem.In(language)),
                    new(Anonymously, ToNobody.In(language)),
                ],
            },
        ]));
    }

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        var text = sent.Values["question"].Trim();
        var how = sent.Values.GetValueOrDefault("how");
        var anonymous = how == Anonymously;
        var same = anonymous ? null : await SameQuestion.FindAsync(turn, text, cancel);
        var nowhere = new PlaceRef(turn.Me.Account.Connection, "");
        return await Ask.RecordAsync(
            turn, text, nowhere, message: "", threadId: null, cancel, anonymous, same?.Number, channels: how == Everybody);
    }
}
