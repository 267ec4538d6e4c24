using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using CopBot.Playground.Sample;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Composition;

/// <summary>Brings the sample community's people and places into an empty Playground, once.</summary>
internal sealed class SeedSample(IStore store, SampleCommunity sample, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.WriteAsync(SeedAsync, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(CopBotDbContext db, CancellationToken cancel)
    {
        var community = await db.Communities.SingleAsync(c => c.Name == sample.Community, cancel);
        if (await db.Members.AnyAsync(m => m.CommunityId == community.Id, cancel)) return;
        var now = time.GetUtcNow();
        foreach (var connection in sample.Connections) AddPlaces(db, community, connection, now);
        foreach (var person in sample.People)
        {
            var member = MemberOf(community, person, now);
            db.Members.Add(member);
            await ParticipationLog.AppendAsync(
                db, community, new MemberJoined(member, "import"), LogContext.Of("import", now, now), cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private static void AddPlaces(
        CopBotDbContext db, Community community, SampleConnection connection, DateTimeOffset now)
    {
        foreach (var channel in connection.Channels)
        {
            db.Places.Add(new Place
            {
                Id = Guid.CreateVersion7(now),
                Connection = connection.FullName,
                PlaceId = channel.Id,
                Kind = Chat.PlaceKind.Channel,
                Title = channel.Title,
                CommunityId = community.Id,
                IsHome = channel == connection.Channels[0],
            });
        }
    }

    private static Member MemberOf(Community community, SamplePerson person, DateTimeOffset now)
    {
        var member = new Member
        {
            Id = Guid.CreateVersion7(now),
            CommunityId = community.Id,
            Name = person.Name,
            Organisation = person.Organisation,
            Country = person.Country,
            Language = person.Language,
            JoinedAt = now,
        };
        member.Identities.Add(new Identity
        {
            Id = Guid.CreateVersion7(now),
            MemberId = member.Id,
            Connection = person.FullConnection,
            AccountId = person.Id,
        });
        foreach (var topic in person.Expertise)
        {
            member.Expertise.Add(
                new Expertise { Id = Guid.CreateVersion7(now), MemberId = member.Id, Topic = topic, Since = now });
        }

        if (Enum.TryParse<RoleKind>(person.Role, ignoreCase: true, out var role))
        {
            member.Roles.Add(new Role
            {
                Id = Guid.CreateVersion7(now), MemberId = member.Id, Kind = role, From = now, Source = "import",
            });
        }

        return member;
    }
}
