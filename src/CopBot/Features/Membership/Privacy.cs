using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>What is kept about a person, and what the person can do about it. Shown to that person alone.</summary>
internal static class Privacy
{
    private static readonly Phrase Title = new("What is kept about you", "Ce qui est gardé à votre sujet");
    private static readonly Phrase Name = new("Name", "Nom");
    private static readonly Phrase Accounts = new("Accounts", "Comptes");
    private static readonly Phrase Since = new("Member since", "Membre depuis");
    private static readonly Phrase Said = new("Questions and contributions", "Questions et contributions");
    private static readonly Phrase LogEntries = new("Entries in the participation log", "Entrées du journal de participation");
    private static readonly Phrase How = new(
        "The log holds no texts and names you by a random number only. Nobody outside the community sees any of it.",
        "Le journal ne contient aucun texte et ne vous désigne que par un nombre aléatoire. Personne hors de la communauté n’y a accès.");

    private static readonly Phrase Export = new("Send me everything", "Tout m’envoyer");
    private static readonly Phrase Delete = new("Delete me", "M’effacer");
    private static readonly Phrase Stop = new("Stop contacting me", "Ne plus me contacter");
    private static readonly Phrase Resume = new("You may contact me again", "Vous pouvez me recontacter");
    private static readonly Phrase ResearchYes = new("Use my log for research", "Autoriser la recherche");
    private static readonly Phrase ResearchNo = new("No more research", "Refuser la recherche");

    public static async Task<Outcome> ShowAsync(Turn turn, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        var language = turn.Language;
        var questions = await turn.Db.Questions.CountAsync(q => q.AskerId == me.Id, cancel);
        var contributions = await turn.Db.Contributions.CountAsync(c => c.AuthorId == me.Id, cancel);
        var names = await turn.Db.Pseudonyms.Where(p => p.MemberId == me.Id).Select(p => p.Value).ToListAsync(cancel);
        var entries = await turn.Db.Log.CountAsync(e => e.Actor != null && names.Contains(e.Actor), cancel);
        var accounts = string.Join(", ", me.Identities.Select(i => $"{i.Connection}: {i.AccountId}"));
        var facts = new Facts([
            new(Name.Label(language), me.Name + Naming.Background(me)),
            new(Accounts.Label(language), accounts),
            new(Since.Label(language), new Text(new Moment(me.JoinedAt, DateOnly: true))),
            new(Said.Label(language), $"{questions + contributions}"),
            new(LogEntries.Label(language), $"{entries}"),
        ]);
        var summary = string.Join("; ", facts.Items.Select(fact => $"{fact.Label}: {fact.Value.ToPlain()}"));
        var card = new Card(
            $"{Title.In(language)}. {summary}",
            new Heading(Title.In(language)),
            facts,
            new Aside(How.In(language)))
        {
            Actions = [.. ActionsFor(me, language)],
        };
        return Outcome.Of(turn.Tell(card));
    }

    private static IEnumerable<CardAction> ActionsFor(Member me, Language language)
    {
        yield return new("export", Export.In(language), null, "export my data");
        yield return me.ContactStoppedAt is null
            ? new("stop-contact", Stop.In(language), null, "stop contacting me")
            : new("resume-contact", Resume.In(language), null, "contact me again");
        yield return me.ConsentsTo(Consent.Research)
            ? new("research-no", ResearchNo.In(language), null, "no research")
            : new("research-yes", ResearchYes.In(language), null, "research yes");
        yield return new("erase", Delete.In(language), null, "delete me");
    }
}
