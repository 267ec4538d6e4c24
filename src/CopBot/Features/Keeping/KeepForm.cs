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

    private static readonly Phrase TopicsLabel = new("Topics, by commas", "Sujets, séparés par des virgules");
    private static readonly Phrase NamingLabel = new("How may you be named?", "Comment peut-on vous nommer ?");
    private static readonly Phrase ByName = new("By name", "Par votre nom");
    private static readonly Phrase ByRole = new("By organisation and country only", "Par l’organisation et le pays seulement");
    private static readonly Phrase NotAtAll = new("Not at all", "Pas du tout");
    private static readonly Dictionary<string, Phrase> Labels = new(StringComparer.Ordinal)
    {
        ["title"] = TitleLabel, ["situation"] = SituationLabel, ["turning"] = TurningPointLabel, ["doing"] = DoingLabel,
        ["mistake"] = MistakeLabel, ["limits"] = LimitsLabel, ["valid"] = ValidLabel,
        ["topics"] = TopicsLabel, ["naming"] = NamingLabel,
    };

    private static readonly Phrase Gone = new("That answer no longer exists.", "Cette réponse n’existe plus.");

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("title", "") { MaxLength = PracticeNote.LongestTitle },
        Part("situation"), Part("turning"), Part("doing"), Part("mistake"), Part("limits"),
        new("valid", "") { Required = false, MaxLength = 300 },
        new("topics", "") { Required = false, MaxLength = 200 },
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
        return Of(Id, argument, turn.Language, title, answer.Text);
    }

    /// <summary>What each field asks for.</summary>
    public static IReadOnlyDictionary<string, string> LabelsIn(Language language) =>
        Labels.ToDictionary(pair => pair.Key, pair => pair.Value.In(language), StringComparer.Ordinal);

    /// <summary>The form, filled as far as somebody else's words may be spread.</summary>
    public static Form Of(string id, string argument, Language language, string title, string doing)
    {
        var labels = LabelsIn(language);
        return new Form(id, argument, Title.In(language), Send.In(language), [.. Fields.Select(field => field.Id switch
        {
            "title" => field with { Label = labels[field.Id], Initial = title },
            "doing" => field with { Label = labels[field.Id], Initial = doing },
            "naming" => field with { Label = labels[field.Id], Initial = Unnamed, Choices = NamingIn(language) },
            _ => field with { Label = labels[field.Id] },
        })]);
    }

    private static IReadOnlyList<Choice> NamingIn(Language language) =>
    [
        new(Unnamed, NotAtAll.In(language)), new(Named, ByName.In(language)), new(Role, ByRole.In(language)),
    ];

    private static Field Part(string id) => new(id, "") { Required = false, Multiline = true, MaxLength = 3000 };
}
