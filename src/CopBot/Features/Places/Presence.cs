using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Places;

/// <summary>The bot was added or removed, or a whole connection is gone.</summary>
internal static class Presence
{
    private static readonly Phrase Hello = new(
        "Hello, I am CopBot of {0}. Here I stay silent until a coordinator says “bind”.",
        "Bonjour, je suis CopBot, de {0}. Je me tais ici tant qu’une personne coordinatrice n’a pas dit « rattacher ».");

    private static readonly Phrase Gone = new(
        "I was removed from {0}: {1}. Members there can’t reach me.",
        "J’ai été retiré de {0} : {1}. Les membres ne peuvent plus m’y joindre.");

    private static readonly Phrase PlaceGone = new(
        "I was removed from {0}, or it was archived. Whoever asked there gets the answers in the direct chat.",
        "J’ai été retiré de {0}, ou ce canal est archivé. Les réponses aux questions posées là arrivent en conversation directe.");

    public static Task<Outcome> JoinedAsync(Turn turn, Joined joined, CancellationToken cancel)
    {
        var scene = turn.Scene!;
        scene.Place.LeftAt = null;
        var language = turn.LanguageAt(scene.Place.Connection, scene.Place.PlaceId);
        return Task.FromResult(scene.IsDirect || scene.Place.CommunityId is not null
            ? Outcome.Nothing
            : new Outcome().Send(new Post(
                scene.Place.Ref, null, Card.Saying(Hello.In(language, turn.Community.Title)))));
    }

    /// <summary>
    /// The bot was removed, or the channel is gone: the coordinators hear of it, and whoever asked there is answered in
    /// the direct chat.
    /// </summary>
    public static async Task<Outcome> LeftAsync(Turn turn, Left left, CancellationToken cancel)
    {
        var place = turn.Scene!.Place;
        if (place.LeftAt is not null) return Outcome.Nothing;
        place.LeftAt = turn.Now;
        if (place.Kind == PlaceKind.Direct || place.CommunityId is null) return Outcome.Nothing;
        var name = $"{place.Title ?? place.PlaceId} ({place.Connection})";
        var outcome = await TellAsync(turn, language => PlaceGone.In(language, name), cancel);
        return outcome.Send(await Homeless.MoveAsync(turn, place, cancel));
    }

    /// <summary>A whole connection is gone: whoever was asked there is not asked any more.</summary>
    public static async Task<Outcome> LostAsync(Turn turn, Lost lost, CancellationToken cancel)
    {
        var name = lost.Happening.Connection;
        var connection = await turn.Db.Connections.FindAsync([name], cancel);
        if (connection is null or { LostAt: not null }) return Outcome.Nothing;
        connection.LostAt = turn.Now;
        turn.Lost.Add(name);
        var outcome = await TellAsync(turn, language => Gone.In(language, name, lost.Happening.Reason), cancel);
        var waiting = await turn.Db.WholeQuestions()
            .Where(q => q.State == QuestionState.Open && q.Threads.Any(t => t.Kind == ThreadKind.Asked
                && t.Connection == name))
            .ToListAsync(cancel);
        foreach (var question in waiting) Release(turn, question, name, outcome);
        return outcome;
    }

    private static void Release(Turn turn, Question question, string connection, Outcome outcome)
    {
        var there = question.Threads.Where(t => t.Kind == ThreadKind.Asked && t.Connection == connection)
            .Select(t => t.MemberId).OfType<Guid>().ToHashSet();
        var asked = question.Assignments
            .Where(a => a.State == AssignmentState.Pending && there.Contains(a.MemberId)).ToList();
        foreach (var assignment in asked) question.PassedBy(assignment.MemberId, turn.Now);
        if (asked.Count > 0) outcome.Raise(new QuestionDeclined(question, null, "unavailable"));
    }

    private static async Task<Outcome> TellAsync(Turn turn, Func<Language, string> words, CancellationToken cancel)
    {
        var coordinators = await Coordinating.OfAsync(turn, cancel);
        var outcome = new Outcome();
        foreach (var coordinator in coordinators)
        {
            outcome.Send(Reach.Direct(turn, coordinator, language => Card.Saying(words(language))));
        }

        return outcome;
    }
}
