using CopBot.Chat;
using CopBot.Testing.Engines;
using CopBot.Testing.Worlds;
using Microsoft.Extensions.Logging;

namespace CopBot.Host.Tests;

/// <summary>Nobody waits for an embedded store's writer with a view open: see <see cref="ViewsLetGo"/>.</summary>
public sealed class LettingGo
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("thread", false)]
    [InlineData(null, false)]
    public async Task whatever_is_said_waits_for_the_writer_with_no_view_open(string? thread, bool addressed)
    {
        await using var world = await World.OpenAsync();
        var account = WorldPeople.RefOf(WorldPeople.Accounts[0]);
        await world.TakeInAsync(new MessageReceived
        {
            Connection = account.Connection,
            Key = "message:said",
            OccurredAt = world.Clock.GetUtcNow(),
            Place = new(new PlaceRef(account.Connection, "room"), PlaceKind.Channel),
            Author = new(account),
            Message = "said",
            Thread = thread,
            OpensThread = thread ?? "said",
            Text = "How does one plan a budget for three years?",
            AddressesBot = addressed,
        });
        world.Log.Lines.Where(line => line.Level >= LogLevel.Warning).ShouldBeEmpty();
        (world.All.Count > 0).ShouldBe(addressed);
    }
}
