using System.Text;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Features.Participation;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>A little of everything that a store can hold.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2027, 1, 4, 10, 0, 0, TimeSpan.Zero);

    public static Arrival ArrivalIn(string lane) => new("slack/main", Encoding.UTF8.GetBytes($"{lane,-32}"), lane, "{}", Now, null);

    public static async Task FillAsync(IStore store)
    {
        await store.MigrateAsync(CancellationToken.None);
        await store.WriteAsync(FillAsync, CancellationToken.None);
        await store.AcceptAsync(ArrivalIn("waits in the intake file"), CancellationToken.None);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(store).AddSingleton<WakeUps>()
            .AddSingleton<WorkerThreads>().BuildServiceProvider();
        using var sealer = ActivatorUtilities.CreateInstance<Sealer>(services);
        (await sealer.SealAsync(CancellationToken.None)).ShouldBe(3);
    }

    /// <summary>Every row of every table as text, in the order of its keys.</summary>
    public static async Task<string> TextAsync(IStore store)
    {
        await using var db = await store.OpenAsync(CancellationToken.None);
        var text = new StringBuilder();
        foreach (var type in db.Model.GetEntityTypes().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!
                .MakeGenericMethod(type.ClrType).Invoke(db, null)!;
            text.AppendJoin('\n', (await rows.AsNoTracking().ToListAsync()).Select(row => $"{type.Name} {JsonSerializer.Serialize(
                type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal)
                    .ToDictionary(p => p.Name, p => p.GetGetter().GetClrValue(row)))}").Order(StringComparer.Ordinal)).AppendLine();
        }

        return text.ToString();
    }

    private static async Task<int> FillAsync(CopBotDbContext db, CancellationToken cancel)
    {
        var community = new Community
        {
            Id = Guid.CreateVersion7(Now), Name = "sample", Title = "Sample “Ünïcode”", Languages = ["en", "fr"],
            TimeZone = "Africa/Accra", LogKey = [1, 2, 3],
        };
        var member = new Member
        {
            Id = Guid.CreateVersion7(Now), CommunityId = community.Id, Name = "Zebulon", Language = "en", JoinedAt = Now.AddTicks(7),
        };
        db.AddRange(community, member);
        db.Add(new Identity
        {
            Id = Guid.CreateVersion7(Now), MemberId = member.Id, Connection = "slack/main", AccountId = "U1", Email = null, Outsider = false,
        });
        db.Add(new InboxRow
        {
            Connection = "slack/main", Key = [9, 9], Lane = "waits in the inbox", Payload = "{}", ReceivedAt = Now, NotBefore = Now,
        });
        db.Add(new OutboxRow
        {
            EffectId = Guid.CreateVersion7(Now), Lane = "waits to go out", NotBefore = Now,
            Effect = Payload.Of(new Post(new("slack/main", "C1"), null, Card.Saying("words"))),
        });
        await db.SaveChangesAsync(cancel);
        var context = LogContext.Of("live", Now, Now);
        await ParticipationLog.AppendAsync(db, community, new CommunityCreated(community), context, cancel);
        await ParticipationLog.AppendAsync(db, community, new MemberJoined(member, "self"), context, cancel);
        await ParticipationLog.AppendAsync(db, community, new MemberJoined(member, "return"), context, cancel);
        await db.SaveChangesAsync(cancel);
        return 0;
    }
}
