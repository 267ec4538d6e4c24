using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Glossary;

/// <summary>Terms are defined, listed and forgotten.</summary>
internal static class Terms
{
    /// <summary>As many as a search looks through without anybody noticing.</summary>
    private const int Most = 1000;

    /// <summary>As many as a card shows.</summary>
    private const int MostShown = 40;

    private static readonly Phrase Noted = new(
        "Noted: {0}. Whoever looks for one finds the others too.",
        "C’est noté : {0}. Qui cherche l’un trouve aussi les autres.");

    private static readonly Phrase Title = new("What we call things", "Nos termes");

    private static readonly Phrase None = new(
        "There are no terms yet. A coordinator can say “term en: cash ceiling = fr: plafond de trésorerie”.",
        "Il n’y a pas encore de termes. La coordination peut dire « terme en: cash ceiling = fr: plafond de trésorerie ».");

    private static readonly Phrase More = new("And {0} more.", "Et {0} de plus.");
    private static readonly Phrase Full = new("There are {0} forms already; forget some first.", "Il y a déjà {0} formes ; oubliez-en d’abord.");
    private static readonly Phrase Unknown = new("I know no term “{0}”.", "Je ne connais aucun terme « {0} ».");
    private static readonly Phrase Forgotten = new("Forgotten: {0}.", "Oublié : {0}.");

    public static async Task<Outcome> DefineAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var said = call.Argument.TrimStart(':', ' ').Split('=', StringSplitOptions.TrimEntries)
            .Select(form => (Language: form[..2].ToLowerInvariant(), Text: form[3..].Trim())).Distinct().ToList();
        var known = await FormsAsync(turn, cancel);
        if (known.Count + said.Count > Most) return Outcome.Of(turn.Tell(Full, known.Count));

        // A form that is known already says which term is meant.
        var term = known.Find(form => said.Exists(one => IsSame(form, one.Language, one.Text)))?.TermId ?? turn.NewId();
        var fresh = said.Where(one => !known.Exists(form => IsSame(form, one.Language, one.Text))).ToList();
        if (fresh.Count > 0) turn.Community.Touch();
        foreach (var (language, text) in fresh)
        {
            turn.Db.GlossaryForms.Add(new()
            {
                Id = turn.NewId(), CommunityId = turn.Community.Id, TermId = term, Language = language, Text = text,
            });
        }

        var all = known.Where(form => form.TermId == term).Select(form => (form.Language, form.Text))
            .Concat(fresh);
        return Outcome.Of(turn.Tell(Noted, Shown(all)));
    }

    public static async Task<Outcome> ListAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var terms = (await FormsAsync(turn, cancel)).GroupBy(form => form.TermId)
            .Select(term => Shown(term.Select(form => (form.Language, form.Text))))
            .Order(StringComparer.CurrentCultureIgnoreCase).ToList();
        if (terms.Count == 0) return Outcome.Of(turn.Tell(None));
        var title = Title.In(turn.Language);
        List<Block> blocks = [new Heading(title), .. terms.Take(MostShown).Select(term => new Paragraph(term))];
        if (terms.Count > MostShown) blocks.Add(new Aside(More.In(turn.Language, terms.Count - MostShown)));
        return Outcome.Of(turn.Tell(new Card($"{title}: {string.Join("; ", terms.Take(MostShown))}", [.. blocks])));
    }

    public static async Task<Outcome> ForgetAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var text = call.Argument.TrimStart(':', ' ').Trim();
        var known = await FormsAsync(turn, cancel);
        var named = known.Find(form => form.Text.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (named is null) return Outcome.Of(turn.Tell(Unknown, text));
        var gone = known.Where(form => form.TermId == named.TermId).ToList();
        turn.Community.Touch();
        turn.Db.GlossaryForms.RemoveRange(gone);
        return Outcome.Of(turn.Tell(Forgotten, Shown(gone.Select(form => (form.Language, form.Text)))));
    }

    private static Task<List<GlossaryForm>> FormsAsync(Turn turn, CancellationToken cancel) =>
        turn.Db.GlossaryForms.Where(form => form.CommunityId == turn.Community.Id).OrderBy(form => form.Id)
            .ToListAsync(cancel);

    private static bool IsSame(GlossaryForm form, string language, string text) =>
        form.Language == language && form.Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static string Shown(IEnumerable<(string Language, string Text)> forms) =>
        string.Join(" = ", forms.Select(form => $"{form.Language}: {form.Text}"));
}
