using CopBot.Pipeline;

namespace CopBot.Features.Digests;

/// <summary>What happened, for everybody; and how much, for the coordinators.</summary>
internal static class DigestsFeature
{
    public const string Timer = "digest";
    public const string GoingOut = "digest-goes-out";
    public const string ToReaders = "digest-to-readers";

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
            new Verb("edit digest", new(
                "edit digest without Q12: our words – change the latest draft",
                "modifier le résumé sans Q12 : nos mots – changer le dernier projet"))
            {
                IsButton = true,
                Aliases = ["modifier le résumé"],
                Argument = Editing.Said(),
                Who = Who.Coordinator,
                Handle = Editing.ByWordsAsync,
            },
            new Verb("drop digest", new("drop digest – post nothing", "laisser tomber le résumé – ne rien publier"))
            {
                IsButton = true,
                Aliases = ["laisser tomber le résumé"],
                Who = Who.Coordinator,
                Handle = async (turn, _, cancel) =>
                    await Posting.DropAsync(turn, await Posting.LastAsync(turn, cancel), cancel),
            },
            new Verb("follow digest", new("follow digest – it comes to our direct chat", "suivre le résumé – il arrive dans notre conversation directe"))
            {
                Aliases = ["suivre le résumé"],
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(Following.Direct(turn)),
            },
            new Verb("digest by mail", new("digest by mail – it comes to your address", "résumé par courriel – il arrive à votre adresse"))
            {
                Aliases = ["digest by email", "digest by e-mail", "résumé par courriel"],
                Argument = Following.Address(),
                Where = Where.Direct,
                Handle = Following.ByMailAsync,
            },
            new Verb("confirm mail", new("confirm mail <code> – the address is yours", "confirmer le courriel <code> – l’adresse est la vôtre"))
            {
                IsButton = true,
                Aliases = ["confirmer le courriel"],
                Argument = Following.Code(),
                ArgumentRequired = true,
                Where = Where.Direct,
                Handle = Following.ConfirmAsync,
            },
            new Verb("stop digest", new("stop digest – it comes to you no longer", "arrêter le résumé – il ne vous est plus envoyé"))
            {
                Aliases = ["arrêter le résumé"],
                Where = Where.Anywhere,
                Handle = (turn, _, cancel) => Following.StopAsync(turn, cancel),
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
            new ActionDeclaration("draft-digest")
            {
                Who = Who.Coordinator,
                Handle = (turn, _, cancel) => Drafting.OnRequestAsync(turn, cancel),
            },
            new ActionDeclaration(Editing.FormId) { Who = Who.Coordinator, Open = Editing.OpenAsync },
            new ActionDeclaration("follow-digest") { Handle = (turn, _, _) => Task.FromResult(Following.Direct(turn)) },
            new ActionDeclaration("stop-digest") { Handle = (turn, _, cancel) => Following.StopAsync(turn, cancel) },
            new ActionDeclaration("drop-digest")
            {
                Who = Who.Coordinator,
                Handle = async (turn, press, cancel) =>
                    await Posting.DropAsync(turn, await Posting.FindAsync(turn, press.Argument, cancel), cancel),
            },
        ],
        Forms =
        [
            new FormDeclaration(Editing.FormId, Editing.Fields) { Who = Who.Coordinator, Handle = Editing.SubmitAsync },
        ],
        Timers =
        [
            new TimerDeclaration(GoingOut, Posting.ByItselfAsync),
            new TimerDeclaration(ToReaders, Readers.SendAsync),
            new TimerDeclaration(Timer, (turn, _, cancel) => Drafting.OnScheduleAsync(turn, cancel))
            {
                Recurs = Schedule.Next,
            },
        ],
    };
}
