using System.Security.Cryptography;
using System.Text;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>Where and when something was done, for its entry in the log.</summary>
/// <param name="Source"><c>live</c>, <c>import</c> or <c>manual</c>.</param>
/// <param name="OccurredAt">When it happened, by the platform's clock.</param>
/// <param name="RecordedAt">When CopBot learned of it, by the domain's clock.</param>
/// <param name="Connection">Where it came in; null where nowhere.</param>
internal sealed record LogContext(
    string Source, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? Connection)
{
    public static LogContext Of(string source, DateTimeOffset occurredAt, DateTimeOffset recordedAt) =>
        new(source, occurredAt, recordedAt, null);
}

/// <summary>
/// Appends to the participation log, unsealed, within the transaction of what it tells. The core that is hashed
/// carries ids and pseudonyms only; what describes a person lies beside it, salted, and can be erased.
/// </summary>
internal static class ParticipationLog
{
    public const int SchemaVersion = 1;

    private static readonly CompiledQuery<
        Func<CopBotDbContext, Guid, Guid, Guid?, CancellationToken, Task<Pseudonym?>>> Pseudonyms = new(
            () => EF.CompileAsyncQuery(
                (CopBotDbContext db, Guid community, Guid member, Guid? veil, CancellationToken _) => db.Pseudonyms
                    .OrderBy(p => p.Value).FirstOrDefault(
                        p => p.MemberId == member && p.QuestionId == veil && p.CommunityId == community)));

    public static async Task AppendAsync(
        CopBotDbContext db, Community community, DomainEvent happened, LogContext context, CancellationToken cancel)
    {
        if (IsErased(db, happened.ActorId)) return;
        var veil = happened.Veil;
        var actor = happened.ActorId is { } id ? await PseudonymAsync(db, community, id, veil, cancel) : null;
        var member = happened.ActorId is { } memberId && veil is null ? await MemberAsync(db, memberId, cancel) : null;
        var eventId = Guid.CreateVersion7(context.RecordedAt);
        var core = new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["event_id"] = $"{eventId:D}",
            ["schema_version"] = SchemaVersion.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["type"] = happened.Type,
            ["occurred_at"] = CanonicalJson.Time(context.OccurredAt),
            ["recorded_at"] = CanonicalJson.Time(context.RecordedAt),
            ["community_id"] = $"{community.Id:N}",
            ["connection"] = happened.HidesOrigin ? null : context.Connection,
            ["source"] = context.Source,
            ["actor"] = actor,
            ["actor_role"] = member is null ? (veil is null ? null : "member") : RoleOf(member, context.RecordedAt),
            ["consent_scope"] = member?.ConsentsTo(Consent.Research) == true ? "operate research" : "operate",
        };
        foreach (var (key, value) in happened.Subjects) core[key] = value;
        foreach (var (
            key, other) in happened.Members) core[key] = await PseudonymAsync(db, community, other, veil: null, cancel);
        db.Log.Add(EntryOf(eventId, community.Id, context.OccurredAt, core, AttributesOf(happened, member)));
    }

    /// <summary>Appends what nobody decided in a turn: that something left, for instance.</summary>
    public static Task AppendAsync(
        IStore store, Guid communityId, DomainEvent happened, DateTimeOffset now, CancellationToken cancel) =>
        store.WriteAsync(
            async (db, stop) =>
            {
                var community = await db.Communities.SingleAsync(c => c.Id == communityId, stop);
                await AppendAsync(db, community, happened, LogContext.Of("manual", now, now), stop);
                await db.SaveChangesAsync(stop);
            },
            cancel);

    /// <summary>An entry that nothing has sealed yet.</summary>
    public static ParticipationEvent EntryOf(
        Guid id, Guid community, DateTimeOffset occurredAt, SortedDictionary<string, string?> core,
        SortedDictionary<string, string?> attributes)
    {
        var (described, salt) = (CanonicalJson.Of(attributes), RandomNumberGenerator.GetBytes(16));
        return new()
        {
            Id = id,
            CommunityId = community,
            Type = core["type"]!,
            OccurredAt = occurredAt,
            Actor = core["actor"],
            Core = CanonicalJson.Of(core),
            Salt = salt,
            Attributes = described,
            AttributesHash = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(described)]),
        };
    }

    /// <summary>Of somebody who is erased in this very turn nothing new is written.</summary>
    private static bool IsErased(CopBotDbContext db, Guid? member) => db.Tracked<Member>()
        .Any(entry => entry.State == EntityState.Deleted && entry.Entity.Id == member);

    private static SortedDictionary<string, string?> AttributesOf(DomainEvent happened, Member? member)
    {
        var attributes = new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["actor_org"] = member?.Organisation,
            ["actor_country"] = member?.Country,
            ["language"] = member?.Language,
        };
        foreach (var (key, value) in happened.Attributes) attributes[key] = value;
        return attributes;
    }

    private static string RoleOf(Member member, DateTimeOffset at) =>
        new[] { RoleKind.Coordinator, RoleKind.Expert, RoleKind.Evaluator, RoleKind.Administrator }
            .Where(kind => member.Is(kind, at))
            .Select(kind => kind.ToString().ToLowerInvariant())
            .FirstOrDefault("member");

    private static async Task<Member?> MemberAsync(CopBotDbContext db, Guid id, CancellationToken cancel) =>
        db.Known<Member>().FirstOrDefault(member => member.Id == id)
        ?? await db.WholeMembers().FirstOrDefaultAsync(member => member.Id == id, cancel);

    private static async Task<string> PseudonymAsync(
        CopBotDbContext db, Community community, Guid memberId, Guid? veil, CancellationToken cancel)
    {
        // A merge re-points the other's name in this very turn; that one is not this member's own.
        var local = db.Known<Pseudonym>().FirstOrDefault(p => p.MemberId == memberId && p.QuestionId == veil
            && db.Entry(p).State != EntityState.Modified);
        var pseudonym = local ?? await Pseudonyms.On(db)(db, community.Id, memberId, veil, cancel);
        if (pseudonym is not null) return pseudonym.Value;
        pseudonym = new Pseudonym
        {
            Value = RandomNumberGenerator.GetHexString(32, lowercase: true),
            CommunityId = community.Id,
            MemberId = memberId,
            QuestionId = veil,
        };
        db.Pseudonyms.Add(pseudonym);
        return pseudonym.Value;
    }
}
