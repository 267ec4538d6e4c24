using CopBot.Chat;
using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Storage;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CopBot.Host.Tests;

/// <summary>Who a newcomer is, when the platform is too busy to say.</summary>
public sealed class Introductions : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private FakeSlack _slack = null!;
    private BotHost _bot = null!;
    private FakeSlackUser _sara = null!;
    private int _said;

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(clock: _time);
        _sara = _slack.AddUser("Sara Batbayar", "sara@finance.example");
        _bot = await BotHost.StartAsync(
            new Dictionary<string, string>(_slack.Settings(), StringComparer.Ordinal)
            {
                ["Slack:Connections:main:TrustedEmailDomains:0"] = "finance.example",
            },
            adjust: builder => builder.Services.AddSingleton(new SecurityClock(_time)));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task what_a_newcomer_says_waits_as_long_as_the_platform_says()
    {
        var row = await SayAsync("hello");
        for (var asked = 0; asked < 10; asked++)
        {
            _slack.Troubles.Next("users.info", TroubleKind.TooMany);
            await RunAsync(row);
            (await FindAsync()).ShouldBeNull();
            var waiting = await ReadAsync(row);
            (waiting.NotBefore - _time.GetUtcNow(), waiting.Attempts).ShouldBe((TimeSpan.FromSeconds(1), 0));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await RunAsync(row);
        await IsKnownAsync();
    }

    [Fact]
    public async Task after_a_minute_it_goes_on_and_the_platform_is_asked_again_later()
    {
        var row = await SayAsync("hello");
        _time.Advance(TimeSpan.FromSeconds(61));
        _slack.Troubles.Next("users.info", TroubleKind.BadGateway);
        await RunAsync(row);
        var unknown = (await FindAsync()).ShouldNotBeNull();
        (unknown.Name, unknown.Identities.Single().Email).ShouldBe((_sara.Id, null));

        await RunAsync(await SayAsync("hello again"));
        (await FindAsync())!.Name.ShouldBe(_sara.Id, "it was asked a moment ago");

        _time.Advance(TimeSpan.FromMinutes(10));
        _slack.Troubles.Next("users.info", TroubleKind.BadGateway);
        var inTrouble = await SayAsync("help");
        await RunAsync(inTrouble);
        (await ReadAsync(inTrouble)).State.ShouldBe(RowState.Done, "a member does not wait for it");

        _time.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(await SayAsync("help"));
        await IsKnownAsync();
    }

    [Fact]
    public async Task a_name_of_ones_own_stays()
    {
        var row = await SayAsync("hello");
        _time.Advance(TimeSpan.FromSeconds(61));
        _slack.Troubles.Next("users.info", TroubleKind.BadGateway);
        await RunAsync(row);
        await _bot.Store.WriteAsync(
            (db, cancel) => db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, "Sara B."), cancel),
            CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(await SayAsync("help"));
        (await FindAsync())!.Name.ShouldBe("Sara B.");
    }

    [Fact]
    public async Task a_channels_name_is_asked_for_until_it_is_told()
    {
        _slack.Troubles.Next("conversations.info", TroubleKind.BadGateway);
        await RunAsync(await SayAsync("help", PlaceKind.Channel));
        (await TitleAsync()).ShouldBeNull();
        await RunAsync(await SayAsync("help", PlaceKind.Channel));
        (await TitleAsync()).ShouldNotBeNullOrEmpty();
    }

    private async Task IsKnownAsync()
    {
        var known = (await FindAsync()).ShouldNotBeNull();
        var identity = known.Identities.Single();
        (known.Name, identity.Email, identity.AskAt).ShouldBe((_sara.Name, _sara.Email, null));
    }

    /// <summary>The bot's own workers pass it over until tomorrow.</summary>
    private async Task<long> SayAsync(string text, PlaceKind kind = PlaceKind.Direct)
    {
        var place = kind == PlaceKind.Direct ? FakeSlack.DirectOf(_sara.Id) : "C0RESULTS";
        var message = new MessageReceived
        {
            Connection = "slack/main",
            Key = $"said-{++_said}",
            OccurredAt = _time.GetUtcNow(),
            Place = new(new("slack/main", place), kind),
            Author = new(new("slack/main", _sara.Id), DisplayName: null),
            Message = $"1700000000.{_said:D6}",
            Text = text,
            AddressesBot = true,
        };
        var row = new InboxRow
        {
            Connection = message.Connection,
            Key = Payload.KeyHash(message.Connection, message.Key),
            Lane = "introductions",
            Payload = Payload.Of(message),
            ReceivedAt = _time.GetUtcNow(),
            NotBefore = _time.GetUtcNow().AddDays(1),
        };
        await _bot.Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Inbox.Add(row);
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        return row.Id;
    }

    private Task RunAsync(long row) =>
        _bot.Services.GetRequiredService<TurnRunner>().RunAsync(row, CancellationToken.None);

    private Task<InboxRow> ReadAsync(long id) => _bot.Store.ReadAsync(
        (db, cancel) => db.Inbox.AsNoTracking().SingleAsync(row => row.Id == id, cancel), CancellationToken.None);

    private Task<Member?> FindAsync() => _bot.Store.ReadAsync(
        (db, cancel) => db.FindMemberAsync(new("slack/main", _sara.Id), cancel), CancellationToken.None);

    private Task<string?> TitleAsync() => _bot.Store.ReadAsync(
        (db, cancel) => db.Places.Where(place => place.PlaceId == "C0RESULTS").Select(place => place.Title)
            .SingleOrDefaultAsync(cancel), CancellationToken.None);
}
