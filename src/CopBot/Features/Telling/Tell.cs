using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Telling;

/// <summary>
/// Asked once, right after somebody said that an answer was used: two sentences, each but the first optional.
/// </summary>
internal static partial class Tell
{
    public const string FormId = "tell-story";
    private const string Did = "did";
    private const string Changed = "changed";
    private const string Evidence = "evidence";
    private const string Otherwise = "otherwise";
    private const string Confirmer = "confirmer";
    private const string Unknown = "unknown";

    private static readonly Phrase WhatCame = new(
        "{0}: what came of it? Two sentences show others what the community is worth.",
        "{0} : qu’en est-il résulté ? Deux phrases montrent aux autres ce que vaut la communauté.");

    private static readonly Phrase TellIt = new("Tell it", "Raconter");
    private static readonly Phrase Title = new("What came of it", "Ce qui en est résulté");
    private static readonly Phrase Send = new("Send", "Envoyer");
    private static readonly Phrase DidLabel = new("What did you do, and where?", "Qu’avez-vous fait, et où ?");
    private static readonly Phrase ChangedLabel = new("What changed because of it?", "Qu’est-ce qui a changé grâce à cela ?");
    private static readonly Phrase EvidenceLabel = new("What shows it? A document, an address", "Qu’est-ce qui le montre ? Un document, une adresse");
    private static readonly Phrase OtherwiseLabel = new("Without the community?", "Sans la communauté ?");
    private static readonly Phrase ConfirmerLabel = new("Who in the community can confirm it? A name", "Qui dans la communauté peut le confirmer ? Un nom");
    private static readonly Phrase Same = new("The same would have happened", "La même chose se serait produite");
    private static readonly Phrase Later = new("Later, or in part", "Plus tard, ou en partie");
    private static readonly Phrase Not = new("It would not have happened", "Cela ne se serait pas produit");
    private static readonly Phrase CantSay = new("I can’t say", "Je ne peux pas le dire");
    private static readonly Phrase Thanks = new("Thank you. Your story is kept.", "Merci. Votre histoire est conservée.");
    private static readonly Phrase ThanksNobody = new(
        "Thank you. Your story is kept. I know nobody called “{0}” who could confirm it.",
        "Merci. Votre histoire est conservée. Je ne connais personne nommé « {0} » pour la confirmer.");

    private static readonly Phrase NotYours = new(
        "Only who asked can tell what came of an answer that helped.", "Seule la personne qui a demandé peut dire ce qu’a donné une réponse utile.");

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new(Did, "") { Multiline = true, MaxLength = 1000 },
        new(Changed, "") { Multiline = true, MaxLength = 1000, Required = false },
        new(Evidence, "") { MaxLength = 300, Required = false },
        new(Otherwise, "") { Required = false, MaxLength = 20 },
        new(Confirmer, "") { MaxLength = 120, Required = false },
    ];

    /// <summary>Somebody said that it was used.</summary>
    public static async Task<Outcome> AskAsync(Turn turn, FollowedUp said, CancellationToken cancel)
    {
        if (said.How != "answered" || said.FollowUp.Answer is not (FollowUpAnswer.Yes or FollowUpAnswer.Adapted)
            || await turn.Db.Stories.AnyAsync(s => s.AnswerId == said.FollowUp.AnswerId, cancel))
        {
            return Outcome.Nothing;
        }

        var people = await turn.Db.PeopleAsync([said.Question.AskerId], cancel);
        var asker = said.Question.AskerId is { } id ? people.GetValueOrDefault(id) : null;
        return new Outcome().Send(Reach.Direct(turn, asker, language =>
        {
            var what = WhatCame.In(language, said.Question.Handle);
            return new Card(what, new Paragraph(what))
            {
                Actions =
                [
                    new(FormId, TellIt.In(language), $"{said.FollowUp.AnswerId:N}", $"tell {said.Question.Handle}: …") { OpensForm = true },
                ],
            };
        }));
    }

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        if (await OwnAsync(turn, argument, cancel) is not var (question, _)) return NotYours;
        var language = turn.Language;
        List<Field> fields =
        [
            Fields[0] with { Label = DidLabel.In(language) },
            Fields[1] with { Label = ChangedLabel.In(language) },
            Fields[2] with { Label = EvidenceLabel.In(language) },
            Fields[3] with
            {
                Label = OtherwiseLabel.In(language), Initial = Unknown,
                Choices =
                [
                    new("not", Not.In(language)), new("later", Later.In(language)), new("same", Same.In(language)),
                    new(Unknown, CantSay.In(language)),
                ],
            },
        ];

        // Who confirms it learns who tells it.
        if (!question.Anonymous) fields.Add(Fields[4] with { Label = ConfirmerLabel.In(language) });
        return new Form(FormId, argument, Title.In(language), Send.In(language), fields);
    }

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        string Said(string field) => sent.Values.GetValueOrDefault(field, "").Trim();
        return await OwnAsync(turn, sent.Argument ?? "", cancel) is var (question, answer)
            ? await KeepAsync(
                turn, question, answer, (Said(Did), Said(Changed), Said(Evidence)), Said(Otherwise), Said(Confirmer),
                cancel)
            : Outcome.Of(turn.Tell(NotYours));
    }

    public static async Task<Outcome> ByWordsAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var said = Words().Match(call.Argument);
        var number = int.Parse(said.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var question = await turn.Db.FindHandleAsync(turn.Community.Id, number, cancel);
        var answer = question?.Contributions.Where(c => c is { HelpedAt: not null, RemovedAt: null })
            .OrderByDescending(c => c.HelpedAt).FirstOrDefault();
        return question is not null && answer is not null && question.AskerId == turn.Me.Member.Id
            ? await KeepAsync(turn, question, answer, (said.Groups["text"].Value.Trim(), "", ""), Unknown, "", cancel)
            : Outcome.Of(turn.Tell(NotYours));
    }

    [GeneratedRegex(@"[Qq](?<number>\d{1,9})\s*:\s*(?<text>.{1,1000})", RegexOptions.Singleline | RegexOptions.CultureInvariant, 200)]
    public static partial Regex Words();

    private static async Task<Outcome> KeepAsync(
        Turn turn, Question question, Contribution answer, (string Did, string Changed, string Evidence) words,
        string otherwise, string confirmer, CancellationToken cancel)
    {
        var found = confirmer.Length == 0 || question.Anonymous
            ? null
            : (await MemberNames.FindAsync(turn, confirmer.TrimStart('@'), [], cancel))
                .Where(m => m.Id != turn.Me.Member.Id).ToList();
        var second = found is [var only] ? only : null;
        question.Touch();
        var story = new Story
        {
            Id = turn.NewId(), CommunityId = turn.Community.Id, QuestionId = question.Id, AnswerId = answer.Id,
            MemberId = turn.Me.Member.Id, ToldAt = turn.Now, Did = words.Did, Changed = words.Changed,
            Evidence = words.Evidence, ConfirmerId = second?.Id,
        };
        turn.Db.Stories.Add(story);
        return Outcome.Of(found is not null && second is null ? turn.Tell(ThanksNobody, confirmer) : turn.Tell(Thanks))
            .Send(StoryCards.Ask(turn, question, story, second))
            .Raise(new StorySubmitted(question, story, otherwise is "same" or "later" or "not" ? otherwise : Unknown));
    }

    /// <summary>The answer that helped whoever acts.</summary>
    private static async Task<(Question Question, Contribution Answer)?> OwnAsync(
        Turn turn, string argument, CancellationToken cancel) =>
        await turn.Db.FindContributionAsync(argument, cancel) is var (question, answer)
        && question.AskerId == turn.Me.Member.Id && answer is { HelpedAt: not null, RemovedAt: null }
            ? (question, answer)
            : null;
}
