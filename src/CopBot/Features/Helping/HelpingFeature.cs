using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Features.Helping;

/// <summary>What one can say here.</summary>
internal static class HelpingFeature
{
    private static readonly Phrase Title = new("What you can say to me", "Ce que vous pouvez me dire");
    private static readonly Phrase Just = new(
        "Just ask: whatever is not one of these is a question to {0}.",
        "Demandez simplement : tout le reste est une question à {0}.");

    private static readonly Phrase NotSo = new(
        "I did not understand that, and asked nobody. I know it so: {0}. If it is a question to {1}, write: ask {2}",
        "Je n’ai pas compris, et n’ai demandé à personne. Je le connais ainsi : {0}. Si c’est une question à {1}, écrivez : demander {2}");

    private static readonly Dictionary<HelpTopic, Phrase> Topics = new()
    {
        [HelpTopic.Asking] = new("Asking", "Demander"),
        [HelpTopic.Answering] = new("When you are asked", "Quand on vous sollicite"),
        [HelpTopic.Knowing] = new("What the community knows", "Ce que la communauté sait"),
        [HelpTopic.You] = new("About you", "À votre sujet"),
        [HelpTopic.Coordinating] = new("For coordinators", "Pour la coordination"),
    };

    public static Feature Declaration { get; } = new("Helping")
    {
        Verbs =
        [
            new Verb("help", new("help – this list", "aide – cette liste"))
            {
                Aliases = ["aide", "?"],
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(Outcome.Of(turn.Tell(Card(turn)))),
            },
        ],
        Intents =
        [
            IntentHandler.For<MisusedVerb>((turn, said, _) => Task.FromResult(Outcome.Of(turn.Tell(
                NotSo, said.Verb.Help.In(turn.Language), turn.Community.Title, said.Text)))),
        ],
    };

    private static Card Card(Turn turn)
    {
        var language = turn.Language;
        var just = Just.In(language, turn.Community.Title);
        var blocks = new List<Block> { new Heading(Title.In(language)), new Paragraph(just) };
        var verbs = FeatureCatalog.All.SelectMany(feature => feature.Verbs.Where(verb => Fits(verb, turn))
            .Select(verb => (Topic: TopicOf(feature, verb), Line: $"• {verb.Help.In(language)}")));
        foreach (var topic in verbs.GroupBy(verb => verb.Topic).OrderBy(topic => topic.Key))
        {
            blocks.Add(new Paragraph(new Text(new Bold(Topics[topic.Key].In(language)))));
            blocks.Add(new Paragraph(string.Join('\n', topic.Select(verb => verb.Line))));
        }

        return new Card(string.Join('\n', blocks.Skip(1).Select(PlainRendering.Of)), blocks);
    }

    /// <summary>What this person may say, here, and can't press instead.</summary>
    private static bool Fits(Verb verb, Turn turn)
    {
        var buttons = turn.Scene?.Capabilities.Buttons ?? true;
        return (!verb.IsButton || !buttons)
            && Permission.Refuses(verb.Who, turn) is null
            && (verb.Where != Where.Direct || turn.Scene is null or { IsDirect: true });
    }

    private static HelpTopic TopicOf(Feature feature, Verb verb) =>
        verb.Who == Who.Member ? feature.Topic : HelpTopic.Coordinating;
}
