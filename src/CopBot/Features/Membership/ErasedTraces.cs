using System.Text.RegularExpressions;
using CopBot.Chat;
using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>Where else a person may stand: waiting rows, dead letters, direct chats, drafts, codes, receipts.</summary>
internal static class ErasedTraces
{
    public static async Task EraseAsync(
        CopBotDbContext db, Member member, IReadOnlyList<Question> questions, CancellationToken cancel)
    {
        var marks = member.Identities.SelectMany(i => new[] { i.AccountId, i.DirectPlace, i.Email })
            .Append(member.Name).Append(member.DigestAddress).Append(member.UnprovedAddress)
            .Where(mark => !string.IsNullOrEmpty(mark)).OfType<string>().ToList();
        db.Inbox.RemoveRange((await db.Inbox.Where(row => row.Payload != null).ToListAsync(cancel))
            .Where(row => row.State == RowState.Dead && Names(row.Payload, marks)));
        var renewed = Renewed(questions);
        foreach (var row in await db.Outbox.Where(row => row.Effect != null).ToListAsync(cancel))
        {
            if (IsTo(row, member) || (row.CardKey is { } key && renewed.Contains(key))) db.Outbox.Remove(row);
            else if (IsShownAnew(row.CardKey) || !Names(row.Effect, marks)) continue;

            // Others wait for a digest that names many: it goes out without this one.
            else if (IsDigest(row.CardKey)) row.Effect = Without(row.Effect!, marks);
            else db.Outbox.Remove(row);
        }

        foreach (var identity in member.Identities.Where(i => i.DirectPlace is not null))
        {
            db.Receipts.RemoveRange(await db.Receipts
                .Where(r => r.Connection == identity.Connection && r.PlaceId == identity.DirectPlace)
                .ToListAsync(cancel));
        }

        db.Facts.RemoveRange((await db.Facts.ToListAsync(cancel)).Where(fact => Names(fact.Name, marks)));
        await DirectPlacesAsync(db, member, cancel);
        foreach (var digest in await db.Digests
            .Where(d => d.DecidedById == member.Id || d.AskedById == member.Id).ToListAsync(cancel))
        {
            if (digest.DecidedById == member.Id) digest.DecidedById = null;
            if (digest.AskedById == member.Id) digest.AskedById = null;
        }

        foreach (var asked in await db.Assignments.Where(a => a.Why.Contains(member.Name)).ToListAsync(cancel))
        {
            db.Entry(asked).Property(a => a.Why).CurrentValue = asked.Why.Replace(member.Name, "…", StringComparison.Ordinal);
        }

        await StoriesAsync(db, member, cancel);
        await WritingAsync(db, member, questions, cancel);
        db.Drafts.RemoveRange(await db.Drafts.Where(d => d.MemberId == member.Id).ToListAsync(cancel));
        db.Codes.RemoveRange(await db.Codes.Where(c => c.MemberId == member.Id).ToListAsync(cancel));
    }

    /// <summary>What the person told goes; what others told that the person was to confirm stays theirs.</summary>
    private static async Task StoriesAsync(CopBotDbContext db, Member member, CancellationToken cancel)
    {
        db.Stories.RemoveRange(await db.Stories.Where(s => s.MemberId == member.Id).ToListAsync(cancel));
        foreach (var other in await db.Stories.Where(s => s.ConfirmerId == member.Id).ToListAsync(cancel))
        {
            other.Touch();
            other.ConfirmerId = null;
        }

        foreach (var examined in await db.Stories.Where(s => s.ExaminerId == member.Id).ToListAsync(cancel))
        {
            (examined.ExaminerId, examined.Rivals) = (null, "…");
        }
    }

    /// <summary>What a machine wrote for the person, and for others of what the person asked or said.</summary>
    private static async Task WritingAsync(
        CopBotDbContext db, Member member, IReadOnlyList<Question> questions, CancellationToken cancel)
    {
        var erased = questions.SelectMany(question => question.Contributions
            .Where(c => question.Text.Length == 0 || c.Text.Length == 0)).Select(c => c.Id).ToList();
        db.WritingRequests.RemoveRange(await db.WritingRequests
            .Where(r => r.MemberId == member.Id || erased.Contains(r.SubjectId)).ToListAsync(cancel));
    }

    private static async Task DirectPlacesAsync(CopBotDbContext db, Member member, CancellationToken cancel)
    {
        var direct = await db.Places.Where(p => p.Kind == PlaceKind.Direct).ToListAsync(cancel);
        db.Places.RemoveRange(direct.Where(p => member.Identities.Exists(
            i => i.Connection == p.Connection && i.DirectPlace == p.PlaceId)));
    }

    /// <summary>The cards that erasing shows anew; whatever of them still waits is out of date.</summary>
    private static HashSet<string> Renewed(IReadOnlyList<Question> questions) =>
    [
        .. questions.SelectMany(q => q.Threads.Select(thread => thread.CardKey)),
        .. questions.SelectMany(q => q.Threads.SelectMany(thread => q.Contributions
            .Where(c => c.AuthorId is null || q.AskerId is null).Select(thread.KeyOf))),
    ];

    /// <summary>
    /// Cards of a question and of what was said about it are others' too: those that change are renewed.
    /// </summary>
    private static bool IsShownAnew(string? key) =>
        key is not null && (key.StartsWith("q:", StringComparison.Ordinal) || key.StartsWith("c:", StringComparison.Ordinal));

    private static bool IsDigest(string? key) =>
        key is not null && (key.StartsWith("d:", StringComparison.Ordinal) || key.StartsWith("dd:", StringComparison.Ordinal));

    private static string Without(string payload, List<string> marks) =>
        marks.Aggregate(payload, (text, mark) => Regex.Replace(
            text, $@"(?<!\w){Regex.Escape(mark)}(?!\w)", "…", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    private static bool IsTo(OutboxRow row, Member member) => Payload.Effect(row.Effect!) switch
    {
        DirectMessage message => member.Identities.Exists(i => i.Account == message.To)
            || message.To.Id == member.DigestAddress || message.To.Id == member.UnprovedAddress,
        Whisper whisper => member.Identities.Exists(i => i.Account == whisper.To),
        _ => false,
    };

    /// <summary>Whether a mark stands there as a whole word: "Li" is not in "List".</summary>
    private static bool Names(string? payload, List<string> marks) => payload is not null
        && marks.Exists(mark => Regex.IsMatch(
            payload, $@"(?<!\w){Regex.Escape(mark)}(?!\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
