using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Keeping;

/// <summary>The five prompts, short and each optional, with where it is valid and how the author is named.</summary>
internal static class KeepForm
{
    public const string Id = "keep";
    public const string Named = "named";
    public const string Role = "role";
    public const string Unnamed = "unnamed";

    private static readonly Phrase Title = new("Keep it for others", "La garder pour d’autres");
    private static readonly Phrase Send = new("Keep", "Garder");
    private static readonly Phrase TitleLabel = new("Title", "Titre");
    private static readonly Phrase SituationLabel = new(
        "Situation: where, with which constraint?", "Situation : où, avec quelle contrainte ?");

    private static readonly Phrase TurningPointLabel = new(
        "Turning point: what did you notice?", "Déclic : qu’avez-vous remarqué ?");

    private static readonly Phrase DoingLabel = new("What did you do, and why?", "Qu’avez-vous fait, et pourquoi ?");
    private static readonly Phrase MistakeLabel = new(
        "What would a newcomer get wrong?", "Quelle erreur ferait un débutant ?");

    private static readonly Phrase LimitsLabel = new("When would it not work?", "Quand cela ne marcherait-il pas ?");
    private static readonly Phrase ValidLabel = new(
        "Valid for which country, law or system, until when?", "Valable pour quel pays, loi ou système, jusqu’à quand ?");

    private static readonly Phrase NamingLabel = new("How may you be named?", "Comment peut-on vous nommer ?");
    private static readonly Phrase ByName = new("By name", "Par votre nom");
    private static readonly Phrase ByRole = new("By organisation and country only", "Par l’organisation et le pays seulement");
    private static readonly Phrase NotAtAll = new("Not at all", "Pas du tout");
    private static readonly Phrase Gone = new("That answer no longer exists.", "Cette réponse n’existe plus.");

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("title", "") { MaxLength = PracticeNote.LongestTitle },
        Part("situation"), Part("turning"), Part("doing"), Part("mistake"), Part("limits"),
        new("valid", "") { Required = false, MaxLength = 300 },
        new("naming", "") { Required = false, MaxLength = 20 },
    ];

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        if (await turn.Db.FindContributionAsync(argument, cancel) is not var (question, answer)
            || answer.RemovedAt is not null || answer.AuthorId != turn.Me.Member.Id)
        {
            return Gone;
        }

        // What was asked in private is not spread by prefilling it.
        var title = question.Private ? "" : PracticeNote.TitleOf(question.Text);
        return Of(argument, turn.Language, title, answer.Text);
    }

    private static Form Of(string argument, Language language, string title, string doing) => new(
        Id,
        argument,
        Title.In(language),
        Send.In(language),
        [
            Fields[0] with { Label = TitleLabel.In(language), Initial = title },
            Fields[1] with { Label = SituationLabel.In(language) },
            Fields[2] with { Label = TurningPointLabel.In(language) },
            Fields[3] with { Label = DoingLabel.In(language), Initial = doing },
            Fields[4] with { Label = MistakeLabel.In(language) },
            Fields[5] with { Label = LimitsLabel.In(language) },
            Fields[6] with { Label = ValidLabel.In(language) },
            Fields[7] with
            {
                Label = NamingLabel.In(language),
                Initial = Unnamed,
                Choices =
                [
                    new(Unnamed, NotAtAll.In(
                        language)), new(Named, ByName.In(language)), new(Role, ByRole.In(language)),
                ],
            },
        ]);

    private static Field Part(string id) => new(id, "") { Required = false, Multiline = true, MaxLength = 3000 };
}
