using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>
/// A digest that went out goes to those who want it for themselves: some at a time, each once, in their language.
/// </summary>
internal static class Readers
{
    private const int AtOnce = 100;

    private static readonly Phrase Stop = new("Stop sending it to me", "Ne plus me l’envoyer");
    private static readonly Phrase StopByWords = new(
        "To stop it, write to me in the chat: stop digest.", "Pour l’arrêter, écrivez-moi dans la messagerie : arrêter le résumé.");

    public static async Task<Outcome> SendAsync(Turn turn, TimerIntent due, CancellationToken cancel)
    {
        var digest = await turn.Db.Digests.FirstOrDefaultAsync(d => d.Id == due.SubjectId, cancel);
        if (digest is not { State: DigestState.Posted }) return Outcome.Nothing;
        var readers = await turn.Db.WholeMembers()
            .Where(m => m.CommunityId == turn.Community.Id && m.DigestBy > DigestWays.None && m.LeftAt == null
                && m.JoinedAt < digest.DecidedAt && (m.LastDigestOf == null || m.LastDigestOf < digest.DecidedAt))
            .OrderBy(m => m.Id).Take(AtOnce).ToListAsync(cancel);
        var cards = new Dictionary<Language, Card>();
        var outcome = new Outcome();
        foreach (var reader in readers)
        {
            reader.Touch();
            reader.LastDigestOf = digest.DecidedAt;
            if (!reader.Reachable) continue;
            var language = turn.LanguageOf(reader);
            if (!cards.TryGetValue(language, out var card))
            {
                cards[language] = card = await DigestCard.WriteAsync(turn, digest, language, cancel);
            }

            outcome.Send(CopiesOf(turn, digest, reader, card, language));
        }

        return readers.Count < AtOnce
            ? outcome
            : outcome.Wait(new After(DigestsFeature.ToReaders, digest.Id, turn.Now));
    }

    private static IEnumerable<Effect> CopiesOf(Turn turn, Digest digest, Member reader, Card card, Language language)
    {
        if (reader.DigestBy.HasFlag(DigestWays.Direct))
        {
            var own = card with
            {
                Actions = [.. card.Actions, new CardAction("stop-digest", Stop.In(language), null, "stop digest")],
            };
            var direct = Reach.Direct(turn, reader, _ => own, $"d:{digest.Id:N}:m:{reader.Id:N}");
            foreach (var effect in direct) yield return effect;
        }

        if (reader.DigestBy.HasFlag(DigestWays.Mail) && reader.DigestAddress is { } address
            && turn.Platforms.Mail is { } mail)
        {
            var link = turn.PublicUrl is { } site ? StopLink.Of(site, turn.Community, address) : null;
            yield return new DirectMessage(new(mail, address), card with
            {
                Blocks = [.. card.Blocks, new Aside(link is null
                    ? StopByWords.In(language)
                    : new Text(new Link(Stop.In(language), link.ToString())))],
                Actions = [],
                StopAddress = link?.ToString(),
            }, $"d:{digest.Id:N}:mail:{reader.Id:N}");
        }
    }
}
