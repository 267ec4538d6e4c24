using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>
/// Before anybody else is asked: somebody said something that most likely answers, and nobody marked it. So who asked
/// is asked, once for each such message.
/// </summary>
internal static class Noticed
{
    /// <summary>Working hours that the asker has to say so.</summary>
    private const int Hours = 4;

    private const int Longest = 600;

    private static readonly Phrase Wrote = new("{0}: {1} wrote", "{0} : {1} a écrit");

    private static readonly Phrase Answers = new(
        "Does that answer it? If you say nothing, I ask on in {0} working {0:hour|hours}.",
        "Cela répond-il à la question ? Sans réaction, je continue à demander dans {0} {0:heure ouvrée|heures ouvrées}.");

    private static readonly Phrase Helped = new("This helped", "Cela m’a aidé");
    private static readonly Phrase NotYet = new("No, ask on", "Non, demander encore");
    private static readonly Phrase AskerOnly = new(
        "Only who asked can say that.", "Seule la personne qui a demandé peut le dire.");

    private static readonly Phrase Settled = new("That is settled already.", "C’est déjà réglé.");
    private static readonly Phrase AskingOn = new("I ask on.", "Je continue à demander.");

    /// <returns>Null if there is nothing to ask about, or nobody to be asked.</returns>
    public static async Task<Outcome?> AskAsync(Turn turn, Question question, CancellationToken cancel)
    {
        if (LikelyAnswers.Unmarked(turn, question) is not { } said) return null;
        var people = await turn.Db.PeopleOfAsync(question, cancel);
        var asker = question.AskerId is { } id ? people.GetValueOrDefault(id) : null;
        var asked = Reach.Direct(turn, asker, language => CardOf(turn, question, said, people, language)).ToList();
        if (asked.Count == 0) return null;
        said.AskedAboutAt = turn.Now;
        var outcome = new Outcome().Send(asked);
        Escalate.Plan(turn, question, NextStep(turn, turn.Now), outcome);
        return outcome;
    }

    /// <summary>
    /// It does not answer: the next step comes at once. Once it came, the button does nothing any more.
    /// </summary>
    public static async Task<Outcome> GoOnAsync(Turn turn, ActionIntent press, CancellationToken cancel)
    {
        if (await turn.Db.FindContributionAsync(press.Argument, cancel) is not var (question, said)
            || question.AskerId != turn.Me.Member.Id)
        {
            return Outcome.Of(turn.Tell(AskerOnly));
        }

        if (!question.IsWaiting || said.AskedAboutAt is not { } at || question.NextStepAt != NextStep(turn, at))
        {
            return Outcome.Of(turn.Tell(Settled));
        }

        question.Expire(turn.Now);
        return (await Escalate.AdvanceAsync(turn, question, cancel)).Say(turn.Tell(AskingOn));
    }

    /// <summary>When the next step comes if the asker, asked at a moment, says nothing.</summary>
    private static DateTimeOffset NextStep(Turn turn, DateTimeOffset asked) =>
        WorkingTime.After(asked, HoursOf(turn), turn.Community.TimeZone);

    private static int HoursOf(Turn turn) => Math.Min(Hours, turn.Community.EscalateAfterHours);

    private static Card CardOf(
        Turn turn,
        Question question,
        Contribution said,
        IReadOnlyDictionary<Guid, Member> people,
        Language language)
    {
        var wrote = Wrote.In(language, question.Handle, Naming.AuthorOf(question, said, people, language));
        var answers = Answers.In(language, HoursOf(turn));
        var number = 1 + question.Contributions
            .Where(c => c.Kind != ContributionKind.FollowUp).OrderBy(c => c.Id).ToList().IndexOf(said);
        return new($"{wrote}: {Shortening.To(said.Text, Longest)} {answers}", [
            new Paragraph(wrote), new Quote(Shortening.To(said.Text, Longest)), new Paragraph(answers),
        ])
        {
            Actions =
            [
                new("helped", Helped.In(language), $"{said.Id:N}", $"helped {question.Handle}.{number}") { Primary = true },
                new("not-answered", NotYet.In(language), $"{said.Id:N}", "status"),
            ],
        };
    }
}
