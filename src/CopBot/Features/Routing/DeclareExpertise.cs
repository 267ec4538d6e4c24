using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>A member says what they know about, and is asked about it from now on.</summary>
internal static partial class DeclareExpertise
{
    private const int Most = 20;

    private static readonly Phrase Noted = new(
        "Noted: you know about {0}. Questions on it may come to you.",
        "C’est noté : vous connaissez {0}. Des questions à ce sujet pourront vous parvenir.");

    private static readonly Phrase List = new("You know about: {0}.", "Vous connaissez : {0}.");

    private static readonly Phrase None = new(
        "You have not told me yet what you know about. Say “expertise outcome indicators”, for example.",
        "Vous ne m’avez pas encore dit ce que vous connaissez. Dites par exemple « expertise indicateurs ».");

    private static readonly Phrase Full = new(
        "You have named {0} topics already; that is as many as help.", "Vous avez déjà nommé {0} sujets ; c’est assez.");

    public static Verb Verb { get; } = new(
        "expertise",
        new("expertise <topic> – say what you know about", "expertise <sujet> – dire ce que vous connaissez"))
    {
        Argument = Topic(),
        Where = Where.Anywhere,
        Handle = HandleAsync,
    };

    private static Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        var topic = call.Argument.TrimStart(':', ' ').Trim();
        var topics = me.Expertise.Select(e => e.Topic).ToList();
        if (topic.Length == 0)
        {
            return Says(topics.Count == 0 ? turn.Tell(None) : turn.Tell(List, string.Join(", ", topics)));
        }

        if (topics.Contains(topic, StringComparer.OrdinalIgnoreCase)) return Says(turn.Tell(Noted, topic));
        if (topics.Count >= Most) return Says(turn.Tell(Full, Most));
        turn.Db.Expertise.Add(new Expertise { Id = turn.NewId(), MemberId = me.Id, Topic = topic, Since = turn.Now });
        return Task.FromResult(Outcome.Of(turn.Tell(Noted, topic)).Raise(new ProfileChanged(me)));

        static Task<Outcome> Says(Chat.Effect effect) => Task.FromResult(Outcome.Of(effect));
    }

    [GeneratedRegex(@"[:\s]*\S.{1,119}", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Topic();
}
