using CopBot.Pipeline;

namespace CopBot.Features.Membership;

/// <summary>Being a member, and what is kept about one.</summary>
internal static class MembershipFeature
{
    public static Feature Declaration { get; } = new("Membership")
    {
        Verbs =
        [
            new Verb("privacy", new(
                "privacy – what is kept about you; take it along, delete it, stop being contacted",
                "vie privée – ce qui est gardé ; l’emporter, l’effacer, ne plus être contacté"))
            {
                Aliases = ["vie privée", "vie privee"],
                Where = Where.Anywhere,
                Handle = (turn, _, cancel) => Privacy.ShowAsync(turn, cancel),
            },
            new Verb("stop contacting me", new(
                "stop contacting me – only answers to what you do", "ne plus me contacter – seulement des réponses"))
            {
                Aliases = ["ne plus me contacter"],
                IsButton = true,
                Where = Where.Anywhere,
                Handle = (turn, _, cancel) => StopContact.HandleAsync(turn, stop: true, cancel),
            },
            new Verb("join", new("join – be a member (again)", "rejoindre – être membre (à nouveau)"))
            {
                Aliases = ["rejoindre"],
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(Leave.Join(turn)),
            },
            new Verb("leave", new("leave – be a member no longer", "quitter – ne plus être membre"))
            {
                Aliases = ["quitter"],
                Where = Where.Anywhere,
                Handle = Leave.HandleAsync,
            },
            Own("export my data", new("export my data – take it along", "exporter mes données – les emporter"),
                "exporter mes données", ExportOwn.HandleAsync),
            Own("contact me again", new("contact me again – questions may come", "me recontacter – recevoir des questions"),
                "me recontacter", (turn, cancel) => StopContact.HandleAsync(turn, stop: false, cancel)),
            Own("research yes", new("research yes – my log may be used for research", "recherche oui – autoriser la recherche"),
                "recherche oui", (turn, _) => Task.FromResult(ResearchConsent.Handle(turn, given: true))),
            Own("no research", new("no research – my log may not", "pas de recherche – refuser la recherche"),
                "pas de recherche", (turn, _) => Task.FromResult(ResearchConsent.Handle(turn, given: false))),
            Study("agree to study", new("agree to study <name> – my log may be used for it", "accepter l’étude <nom> – autoriser cette étude"),
                "accepter l’étude", given: true),
            Study("leave study", new("leave study <name> – my log may not", "quitter l’étude <nom> – refuser cette étude"),
                "quitter l’étude", given: false),
            Own("delete me", new("delete me – everything about me", "m’effacer – tout ce qui me concerne"),
                "m’effacer", (turn, _) => Task.FromResult(Erase.Ask(turn))),
            Own("delete me for good", new("delete me for good – at once", "m’effacer définitivement – tout de suite"),
                "m’effacer définitivement", Erase.HandleAsync),
        ],
        Actions =
        [
            new ActionDeclaration("join") { Handle = (turn, _, _) => Task.FromResult(Leave.Join(turn)) },
            new ActionDeclaration("privacy") { Handle = (turn, _, cancel) => Privacy.ShowAsync(turn, cancel) },
            new ActionDeclaration("export") { Handle = (turn, _, cancel) => ExportOwn.HandleAsync(turn, cancel) },
            new ActionDeclaration("erase") { Handle = (turn, _, _) => Task.FromResult(Erase.Ask(turn)) },
            new ActionDeclaration("erase-for-good") { Handle = (turn, _, cancel) => Erase.HandleAsync(turn, cancel) },
            new ActionDeclaration("stop-contact")
            {
                Handle = (turn, _, cancel) => StopContact.HandleAsync(turn, stop: true, cancel),
            },
            new ActionDeclaration("resume-contact")
            {
                Handle = (turn, _, cancel) => StopContact.HandleAsync(turn, stop: false, cancel),
            },
            new ActionDeclaration("research-yes")
            {
                Handle = (turn, _, _) => Task.FromResult(ResearchConsent.Handle(turn, given: true)),
            },
            new ActionDeclaration("research-no")
            {
                Handle = (turn, _, _) => Task.FromResult(ResearchConsent.Handle(turn, given: false)),
            },
        ],
        Timers =
        [
            new TimerDeclaration(Retention.Timer, (turn, _, cancel) => Retention.DueAsync(turn, cancel))
            {
                Recurs = Retention.Next,
            },
        ],
        DigestSections = [NewcomersInDigest.Section],
    };

    private static Verb Study(string name, Phrase help, string french, bool given) => new(name, help)
    {
        Aliases = [french],
        IsButton = true,
        Argument = ResearchConsent.StudyName(),
        ArgumentRequired = true,
        Where = Where.Anywhere,
        Handle = (turn, call, _) => Task.FromResult(ResearchConsent.HandleStudy(turn, call.Argument, given)),
    };

    /// <summary>A verb about one's own data: it may be said anywhere, and is answered to that person alone.</summary>
    private static Verb Own(
        string name, Phrase help, string french, Func<Turn, CancellationToken, Task<Outcome>> handle) =>
        new(name, help)
        {
            Aliases = [french],
            IsButton = true,
            Where = Where.Anywhere,
            Handle = (turn, _, cancel) => handle(turn, cancel),
        };
}
