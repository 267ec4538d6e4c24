using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>What an adapter remembers on one host, it remembers on all, whoever was first.</summary>
public sealed class SharedMemory
{
    private const string Connection = "teams/main";

    [Fact]
    public async Task hosts_that_learn_the_same_at_one_moment_all_know_it()
    {
        await using var database = await OwnDatabase.CreateAsync();
        using var wakeUps = new WakeUps();
        await using var store = new PostgresStore(database.ConnectionString, wakeUps);
        var hosts = Enumerable.Range(0, 6).Select(_ => new PlatformMemory(store)).ToList();
        for (var fact = 0; fact < 20; fact++)
        {
            var name = $"service {fact}";
            await Task.WhenAll(hosts.Select(host => host.RememberAsync(Connection, name, "https://service.example", CancellationToken.None)));
            foreach (var host in hosts)
            {
                (await host.RecallAsync(Connection, name, CancellationToken.None)).ShouldBe("https://service.example");
            }
        }

        await using var db = await store.OpenAsync(CancellationToken.None);
        (await db.Facts.CountAsync()).ShouldBe(20);
        hosts.ForEach(host => host.Dispose());
    }
}
