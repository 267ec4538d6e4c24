using CopBot.Chat;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>
/// How members are read: with their accounts and roles, without which nobody can be named or authorised.
/// </summary>
internal static class People
{
    /// <summary>What is included below, in one query.</summary>
    private static readonly CompiledQuery<Func<CopBotDbContext, string, string, CancellationToken, Task<Member?>>>
        Behind = new(() => EF.CompileAsyncQuery(
            (CopBotDbContext db, string connection, string account, CancellationToken _) =>
                db.Members
                    .Include(member => member.Identities.OrderBy(identity => identity.Id))
                    .Include(member => member.Roles.OrderBy(role => role.Id))
                    .Include(member => member.Expertise.OrderBy(expertise => expertise.Id))
                    .Include(member => member.Consents.OrderBy(consent => consent.Id))
                    .AsSingleQuery()
                    .FirstOrDefault(member => member.Id == db.Identities
                        .Where(identity => identity.Connection == connection && identity.AccountId == account)
                        .Select(identity => identity.MemberId).FirstOrDefault())));

    public static IQueryable<Member> WholeMembers(this CopBotDbContext db) => db.Members
        .Include(member => member.Identities.OrderBy(identity => identity.Id))
        .Include(member => member.Roles.OrderBy(role => role.Id))
        .Include(member => member.Expertise.OrderBy(expertise => expertise.Id))
        .Include(member => member.Consents.OrderBy(consent => consent.Id))
        .AsSplitQuery();

    /// <summary>The member behind an account; null if there is none.</summary>
    public static Task<Member?> FindMemberAsync(
        this CopBotDbContext db, AccountRef account, CancellationToken cancel) =>
        Behind.On(db)(db, account.Connection, account.Id, cancel);

    public static async Task<IReadOnlyDictionary<Guid, Member>> PeopleAsync(
        this CopBotDbContext db, IEnumerable<Guid?> ids, CancellationToken cancel)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();

        // Somebody who joined in this very turn is not in the store yet.
        var people = db.Known<Member>().Where(member => wanted.Contains(member.Id)).ToDictionary(member => member.Id);
        var missing = wanted.Except(people.Keys).ToList();
        if (missing.Count == 0) return people;
        foreach (var member in await db.WholeMembers().Where(m => missing.Contains(m.Id)).ToListAsync(cancel))
        {
            people[member.Id] = member;
        }

        return people;
    }

    /// <summary>Everybody who is named on a question's cards.</summary>
    public static Task<IReadOnlyDictionary<Guid, Member>> PeopleOfAsync(
        this CopBotDbContext db, Question question, CancellationToken cancel) =>
        db.PeopleAsync(
            [
                question.AskerId,
                .. question.Assignments.Select(assignment => (Guid?)assignment.MemberId),
                .. question.Contributions.Select(contribution => contribution.AuthorId),
                .. question.Threads.Select(thread => thread.MemberId),
            ],
            cancel);
}
