using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>
/// Finds the member behind an account, and makes one at the first own act. Two accounts become one member here only
/// by an address that both connections' administrators trust.
/// </summary>
internal sealed class Arrivals(Platforms platforms, CommunitySettings settings)
{
    private static readonly Phrase Notice = new(
        "Welcome, {0}. From now on {1} keeps what you ask and answer with me; you can see, take along or delete it.",
        "Bienvenue, {0}. Désormais {1} garde ce que vous demandez et répondez avec moi ; vous pouvez le voir, l’emporter ou l’effacer.");

    private static readonly Phrase PrivacyLabel = new("Privacy", "Vie privée");

    /// <summary>The actor of a turn; a newcomer is added to the view, and what that entails to the outcome.</summary>
    public async Task<Actor> ArriveAsync(
        CopBotDbContext db,
        Community community,
        Caller caller,
        DateTimeOffset now,
        Outcome outcome,
        CancellationToken cancel)
    {
        var account = caller.Account;
        var known = await FindAsync(db, account.Ref, cancel);
        var (actor, joined) = known is null ? await JoinAsync(db, community, account, now, cancel)
            : known.Member.Present ? (known, false)
            : Rejoin(known, now);
        if (caller.IsTold && actor.Identity.AskAt is not null) Introduce(actor, account);
        if (caller is { IsTold: false, AskAt: { } later }) actor.Identity.AskAt = later;
        if (known is null && !joined) outcome.Raise(new AccountLinked(actor.Member));
        if (joined) outcome.Raise(new MemberJoined(actor.Member, known is null ? "self" : "return"));
        if (MakesCoordinator(community, actor, now) is { } role)
        {
            db.Roles.Add(role);
            outcome.Raise(new RoleChanged(By: null, actor.Member, RoleKind.Coordinator, Given: true));
        }

        return actor;
    }

    /// <summary>Whether an account is a member's who has not left.</summary>
    public static async Task<bool> IsPresentAsync(CopBotDbContext db, AccountRef account, CancellationToken cancel) =>
        await FindAsync(db, account, cancel) is { Member.Present: true };

    /// <summary>The one-line notice to somebody who just became a member.</summary>
    public static Card Welcome(Turn turn)
    {
        var language = turn.Language;
        return new(Notice.In(language, turn.Me.Member.Name, turn.Community.Title))
        {
            Actions = [new CardAction("privacy", PrivacyLabel.In(language), null, "privacy")],
        };
    }

    /// <summary>The member behind an account, as far as known.</summary>
    public static async Task<Actor?> FindAsync(CopBotDbContext db, AccountRef account, CancellationToken cancel)
    {
        var known = db.Known<Identity>().FirstOrDefault(i => i.Account == account);
        var member = known is null ? null : db.Known<Member>().FirstOrDefault(m => m.Id == known.MemberId);
        member ??= await db.FindMemberAsync(account, cancel);
        return member is null ? null : new(member, member.Identities.Single(i => i.Account == account), false);
    }

    private static (Actor Actor, bool Joined) Rejoin(Actor known, DateTimeOffset now)
    {
        known.Member.LeftAt = null;
        known.Member.JoinedAt = now;
        return (known with { JustJoined = true }, true);
    }

    /// <summary>
    /// What the platform did not tell at the arrival. Another member with the same address stays another one: joining
    /// the two is theirs to do.
    /// </summary>
    private void Introduce(Actor actor, AccountInfo account)
    {
        var (member, identity) = (actor.Member, actor.Identity);
        if (member.Name == account.Ref.Id) member.Name = account.DisplayName ?? member.Name;
        member.Language ??= account.Language;
        identity.Email ??= TrustedEmail(account);
        identity.Outsider = account.Outsider;
        identity.AskAt = null;
    }

    private async Task<(Actor Actor, bool Joined)> JoinAsync(
        CopBotDbContext db, Community community, AccountInfo account, DateTimeOffset now, CancellationToken cancel)
    {
        var email = TrustedEmail(account);
        var member = email is null ? null : await SamePersonAsync(db, community, account.Ref, email, cancel);
        var isNew = member is null;

        // The other account may be arriving at this very moment: then the community's versions conflict, one of the
        // two turns runs again, and finds the other.
        if (email is not null) community.Touch();
        member ??= new Member
        {
            Id = Guid.CreateVersion7(now),
            CommunityId = community.Id,
            Name = account.DisplayName ?? account.Ref.Id,
            Language = account.Language,
            JoinedAt = now,
        };
        if (isNew) db.Members.Add(member);
        else member.Touch();
        var identity = new Identity
        {
            Id = Guid.CreateVersion7(now),
            MemberId = member.Id,
            Connection = account.Ref.Connection,
            AccountId = account.Ref.Id,
            Email = email,
            Outsider = account.Outsider,
        };
        db.Identities.Add(identity);
        return (new(member, identity, isNew), isNew);
    }

    private async Task<Member?> SamePersonAsync(
        CopBotDbContext db, Community community, AccountRef account, string email, CancellationToken cancel)
    {
        var same = await db.WholeMembers().Where(m => m.CommunityId == community.Id && m.LeftAt == null
                && db.Identities.Where(i => i.Email == email && !i.Outsider && i.Connection != account.Connection)
                    .Select(i => i.MemberId).Contains(m.Id))
            .ToListAsync(cancel);
        return same.Find(m => m.Identities.Exists(
            i => i.Email == email && !i.Outsider && Trusts(i.Connection, email)));
    }

    private Role? MakesCoordinator(Community community, Actor actor, DateTimeOffset now) =>
        actor.Identity is { Outsider: false, Email: { } email }
        && Trusts(actor.Identity.Connection, email)
        && settings.Of(community.Name).Coordinators.Contains(email, StringComparer.OrdinalIgnoreCase)
        && !actor.Member.Is(RoleKind.Coordinator, now)
            ? new Role
            {
                Id = Guid.CreateVersion7(now),
                MemberId = actor.Member.Id,
                Kind = RoleKind.Coordinator,
                From = now,
                Source = "settings",
            }
            : null;

    /// <summary>The address, if it may link accounts: vouched for, trusted here, and not an outsider's.</summary>
    private string? TrustedEmail(AccountInfo account) =>
        account is { Outsider: false, Email: { Length: > 0 } email } && Trusts(account.Ref.Connection, email)
            ? email.ToLowerInvariant()
            : null;

    private bool Trusts(string connection, string email) =>
        platforms.Connections.GetValueOrDefault(connection) is { } info
        && info.TrustedEmailDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}
