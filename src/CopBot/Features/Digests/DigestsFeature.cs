using CopBot.Pipeline;

namespace CopBot.Features.Digests;

/// <summary>What happened, for everybody; and how much, for the coordinators.</summary>
internal static class DigestsFeature
{
    public const string Timer = "digest";

    public static Feature Declaration { get; } = new("Digests")
    {
        Topic = HelpTopic.Coordinating,
        Verbs =
        [
            new Verb("digest", new("digest – the week as a draft, to post", "résumé – la semaine en projet, à publier"))
            {
                Aliases = ["résumé", "resume"],
                Who = Who.Coordinator,
                Handle = (turn, _, cancel) => Drafting.OnRequestAsync(turn, cancel),
            },
            new Verb("post digest", new("post digest – the latest draft, everywhere", "publier le résumé – le dernier projet, partout"))
            {
                IsButton = true,
                Aliases = ["publier le résumé"],
                Who = Who.Coordinator,
                Handle = async (turn, _, cancel) =>
                    await Posting.PostAsync(turn, await Posting.LastAsync(turn, cancel), cancel),
            },
            new Verb("drop digest", new("drop digest – post nothing", "laisser tomber le résumé – ne rien publier"))
            {
                IsButton = true,
                Aliases = ["laisser tomber le résumé"],
                Who = Who.Coordinator,
                Handle = async (turn, _, cancel) => Posting.Drop(turn, await Posting.LastAsync(turn, cancel)),
            },
            new Verb("report", new("report – the community in numbers", "rapport – la communauté en chiffres"))
            {
                Aliases = ["rapport"],
                Who = Who.Evaluator,
                Handle = (turn, _, cancel) => Report.HandleAsync(turn, cancel),
            },
        ],
        Actions =
        [
            new ActionDeclaration("post-digest")
            {
                Who = Who.Coordinator,
                Handle = async (turn, press, cancel) =>
                    await Posting.PostAsync(turn, await Posting.FindAsync(turn, press.Argument, cancel), cancel),
            },
            new ActionDeclaration("drop-digest")
            {
                Who = Who.Coordinator,
                Handle = async (turn, press, cancel) =>
                    Posting.Drop(turn, await Posting.FindAsync(turn, press.Argument, cancel)),
            },
        ],
        Timers =
        [
            new TimerDeclaration(Timer, (turn, _, cancel) => Drafting.OnScheduleAsync(turn, cancel))
            {
                Recurs = Schedule.Next,
            },
        ],
    };
}
