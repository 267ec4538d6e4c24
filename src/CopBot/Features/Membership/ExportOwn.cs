using System.Text.Encodings.Web;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>
/// Everything kept about a person, sent to that person's direct chat as JSON, in as many messages as it takes.
/// </summary>
internal static class ExportOwn
{
    private const int Piece = 2400;
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Phrase Coming = new(
        "Everything kept about you comes to our direct chat, in {0} {0:message|messages}.",
        "Tout ce qui est gardé à votre sujet arrive dans notre conversation directe, en {0} {0:message|messages}.");

    public static async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(await CollectAsync(turn, cancel), Readable);
        var pieces = json.Chunk(Piece).Select(chunk => new string(chunk)).ToList();
        var outcome = Outcome.Of(turn.Tell(Coming, pieces.Count));
        for (var i = 0; i < pieces.Count; i++)
        {
            var title = $"{i + 1}/{pieces.Count}";
            outcome.Send(new DirectMessage(
                turn.Me.Account, new Card($"{title}\n{pieces[i]}", new Heading(title), new Quote(pieces[i]))));
        }

        return outcome;
    }

    private static async Task<object> CollectAsync(Turn turn, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        var names = await turn.Db.Pseudonyms.Where(p => p.MemberId == me.Id).Select(p => p.Value).ToListAsync(cancel);
        return new
        {
            me.Name,
            me.Organisation,
            me.Country,
            me.Language,
            me.JoinedAt,
            me.ContactStoppedAt,
            me.AwayUntil,
            me.QuietFrom,
            me.QuietTo,
            me.WeeklyCap,
            DigestBy = me.DigestBy.ToString(),
            me.DigestAddress,
            me.UnprovedAddress,
            Accounts = me.Identities.Select(i => new { i.Connection, i.AccountId, i.Email }),
            Roles = me.Roles.Select(r => new { Role = r.Kind.ToString(), r.From, r.To, r.Source }),
            Expertise = me.Expertise.Select(e => new { e.Topic, e.Since }),
            Consents = me.Consents.Select(c => new { c.Purpose, c.From, c.To }),
            Questions = await turn.Db.Questions.Where(q => q.AskerId == me.Id).OrderBy(q => q.Number)
                .Select(q => new { q.Number, q.AskedAt, q.Text, State = q.State.ToString() }).ToListAsync(cancel),
            Contributions = await turn.Db.Contributions.Where(c => c.AuthorId == me.Id).OrderBy(c => c.SaidAt)
                .Select(c => new { Kind = c.Kind.ToString(), c.SaidAt, c.Text, c.HelpedAt }).ToListAsync(cancel),
            Notes = await turn.Db.Notes.Where(n => n.AuthorId == me.Id).OrderBy(n => n.Number)
                .Select(n => new
                {
                    n.Number, State = n.State.ToString(), Naming = n.Naming.ToString(), n.Title, n.Situation,
                    n.TurningPoint, n.Doing, n.NewcomerMistake, n.Limits, n.ValidFor, n.CreatedAt, n.PublishedAt,
                }).ToListAsync(cancel),
            Stories = await turn.Db.Stories.Where(s => s.MemberId == me.Id).OrderBy(s => s.ToldAt)
                .Select(s => new { s.ToldAt, s.Did, s.Changed, s.Evidence, s.Confirmed, s.Rivals }).ToListAsync(cancel),
            Log = await turn.Db.Log.Where(e => e.Actor != null && names.Contains(e.Actor)).OrderBy(e => e.Row)
                .Select(e => new { e.Sequence, e.Type, e.OccurredAt }).ToListAsync(cancel),
        };
    }
}
