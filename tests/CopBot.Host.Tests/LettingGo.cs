using CopBot.Chat;
using CopBot.Testing.Engines;
using CopBot.Testing.Worlds;
using Microsoft.Extensions.Logging;

namespace CopBot.Host.Tests;

/// <summary>Nobody waits for an embedded store's writer with a view open: see <see cref="ViewsLetGo"/>.</summary>
public sealed class LettingGo
{
    [Theory]
    [InlineData("How does one plan a budget for three years?", null, true)]
    [InlineData("Shall we have lunch?", "thread", false)]
    [InlineData("Q99 is what we call the lift.", "thread", false)]
    public async Task whatever_is_said_waits_for_the_writer_with_no_view_open(string text, string? thread, bool addressed)
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
            Text = text,
            AddressesBot = addressed,
        });
        world.Log.Lines.Where(line => line.Level >= LogLevel.Warning).ShouldBeEmpty();
        (world.All.Count > 0).ShouldBe(addressed);
    }
}
