using System.Buffers;
using System.Text.RegularExpressions;
using CopBot.Chat;
using CopBot.Domain;
using CopBot.Matching.Detection;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>
/// Understands a message, in the house's order: a verb; a thread of a question; else, addressed to the bot, a
/// question. In doubt it says so and lets the person decide.
/// </summary>
internal sealed partial class IntentResolver(Registry registry)
{
    /// <summary>Blanks within the first words are one blank each, whatever was typed.</summary>
    private const int LongestVerb = 40;

    /// <summary>Whoever writes more than this wants to say something.</summary>
    private const int LongestSlip = 120;

    private static readonly SearchValues<char> QuestionMarks = SearchValues.Create("?？؟\u037E");

    /// <summary>What a message means; null if it is of no concern.</summary>
    public async Task<Intent?> ResolveAsync(Turn turn, MessageReceived message, CancellationToken cancel)
    {
        var scene = turn.Scene ?? throw new InvalidOperationException("A message has a place.");
        var (thread, question) = await Tracking.OfAsync(turn.Db, turn.Platforms, message, cancel);
        var text = message.Text.Trim();
        var spokenTo = message.AddressesBot || question is not null;
        if (spokenTo && VerbOf(text, inThread: question is not null) is { } call)
        {
            return new VerbIntent(call.Verb, call.Argument, message);
        }

        if (Handles.Split(text) is { } handle
            && await turn.Db.FindHandleAsync(turn.Community.Id, handle.Number, cancel) is { } named
            && named.Threads.Exists(t => ShowsIn(t, scene, turn)))
        {
            return new ThreadMessage(named, named.Threads.Find(t => ShowsIn(t, scene, turn)), handle.Words, message);
        }

        if (question is not null) return new ThreadMessage(question, thread, text, message);
        if (!message.AddressesBot) return Overheard(turn, scene, message, text);
        if (scene is { IsDirect: true, HasThreads: false })
        {
            var candidates = await CandidatesAsync(turn, scene, cancel);
            if (candidates.Count > 0) return new DoubtfulMessage(candidates, message);
        }

        return Misused(turn, text) is { } verb ? new MisusedVerb(verb, text) : new NewQuestion(text, message);
    }

    /// <summary>
    /// A verb alone that needs more, or one of several words with what it does not take: whoever mistyped it does not
    /// want everybody to read it as a question. What asks is a question all the same.
    /// </summary>
    private Verb? Misused(Turn turn, string text)
    {
        if (text.Length > LongestSlip || text.AsSpan().ContainsAny(QuestionMarks)) return null;
        text = Spaces().Replace(text, " ");
        var (name, verb) = registry.Verbs.FirstOrDefault(called => BeginsWith(text, called.Key));
        return verb is not null && Permission.Refuses(verb.Who, turn) is null
            && (text.Length == name.Length || verb.IsNoQuestion || name.Contains(' ', StringComparison.Ordinal))
                ? verb
                : null;
    }

    private static bool BeginsWith(string text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]));

    /// <summary>
    /// What somebody asks everybody, where a coordinator lets the bot offer help. Nobody becomes a member by it.
    /// </summary>
    private static OverheardQuestion? Overheard(Turn turn, Scene scene, MessageReceived message, string text) =>
        scene.Place.OffersHelp && message is { Thread: null, Mentions.Count: 0 } && turn.Actor is { JustJoined: false }
        && QuestionRecognition.Asks(text)
            ? new(text, message)
            : null;

    /// <summary>The verb a text calls: as the whole text, or with the verb's own form of argument.</summary>
    internal (Verb Verb, string Argument)? VerbOf(string text, bool inThread)
    {
        text = Spaces().Replace(text, match => match.Index < LongestVerb ? " " : match.Value);
        foreach (var (name, verb) in registry.Verbs)
        {
            if (!BeginsWith(text, name)) continue;
            var rest = text[name.Length..];
            if (rest.Trim(' ', '.', '!').Length == 0)
            {
                if (!verb.ArgumentRequired) return (verb, "");
                continue;
            }

            if (verb.Argument is not { } pattern) continue;
            var argument = rest.Trim();
            var match = pattern.Match(argument);
            if (match.Success && match.Length == argument.Length) return (verb, argument);
            if (inThread && verb.Name == "answer" && rest[0] is ':' or ' ') return (verb, argument.TrimStart(':', ' '));
        }

        return null;
    }

    private static bool ShowsIn(QuestionThread thread, Scene scene, Turn turn) =>
        (thread.Connection == scene.Place.Connection && thread.PlaceId == scene.Place.PlaceId)
        || thread.MemberId == turn.Actor?.Member.Id;

    /// <summary>
    /// The questions that a message in a chat without threads may be about: put to this person and not answered, asked
    /// further since, or asked by this person here and answered.
    /// </summary>
    private static async Task<List<Question>> CandidatesAsync(Turn turn, Scene scene, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        var mine = await turn.Db.WholeQuestions()
            .Where(q => q.CommunityId == turn.Community.Id && q.State != QuestionState.Withdrawn
                && (q.AskerId == me || q.Assignments.Any(a => a.MemberId == me)))
            .OrderByDescending(q => q.Number)
            .Take(20)
            .ToListAsync(cancel);
        return [.. mine.Where(q => q.AskerId == me ? AnsweredHere(q, scene) : WaitsFor(q, me)).Take(3)];
    }

    private static bool AnsweredHere(Question question, Scene scene) =>
        question.Contributions.Exists(c => c.Kind == ContributionKind.Answer)
        && question.Threads.Exists(t => t.Kind == ThreadKind.Origin
            && t.Connection == scene.Place.Connection && t.PlaceId == scene.Place.PlaceId);

    private static bool WaitsFor(Question question, Guid member)
    {
        var assignment = question.Assignments.Find(a => a.MemberId == member);
        if (assignment?.State == AssignmentState.Pending) return question.State == QuestionState.Open;
        return assignment?.State == AssignmentState.Answered
            && question.Contributions.MaxBy(c => c.Id) is { Kind: ContributionKind.FollowUp };
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
