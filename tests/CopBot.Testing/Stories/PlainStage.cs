using System.Text.RegularExpressions;
using CopBot.Chat;
using CopBot.Testing.Fakes.Plain;
using CopBot.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Testing.Stories;

/// <summary>The story on a chat that has only words.</summary>
public sealed class PlainStage : Stage
{
    private readonly PlainChatter _coordinator;

    private PlainStage(BotHost bot, PlainPlatform platform)
    {
        Bot = bot;
        Asker = new PlainChatter(bot, platform, "sara", "Sara Batbayar");
        Expert = new PlainChatter(bot, platform, "kofi", "Kofi Mensah");
        _coordinator = new PlainChatter(bot, platform, "ingrid", "Ingrid Solheim");
    }

    public override BotHost Bot { get; }

    public override Chatter Asker { get; }

    public override Chatter Expert { get; }

    public override Chatter Coordinator => _coordinator;

    public static async Task<Stage> OpenAsync()
    {
        var platform = new PlainPlatform();
        var bot = await BotHost.StartAsync(adjust: builder => builder.Services.AddSingleton<IChatPlatform>(platform));
        return new PlainStage(bot, platform);
    }

    public override async Task PrepareAsync()
    {
        await BindAsync(_coordinator);
        await Expert.TellAsync("expertise outcome indicators");
        await Expert.SeesAsync("you know about outcome indicators");
    }

    public override ValueTask DisposeAsync() => Bot.DisposeAsync();
}

/// <summary>A person who can only type.</summary>
public sealed partial class PlainChatter : Chatter
{
    private const string Room = "room";
    private readonly BotHost _bot;
    private readonly PlainPlatform _platform;
    private readonly string _id;

    public PlainChatter(BotHost bot, PlainPlatform platform, string id, string name)
        : base(name)
    {
        (_bot, _platform, _id) = (bot, platform, id);
        platform.AddUser(id, name);
    }

    private string Direct => $"dm:{_id}";

    public override Task MentionAsync(string text) => SayAsync(Room, text);

    public override Task TellAsync(string text) => SayAsync(Direct, text);

    /// <summary>Without threads, the question's handle says what is meant.</summary>
    public override Task ReplyAsync(Seen to, string text, bool mention) =>
        SayAsync(to.Place, $"{Handle().Match(to.Words).Value}: {text}");

    /// <summary>Without buttons, the card says what to type.</summary>
    public override Task PressAsync(Seen card, string action) => SayAsync(card.Place, WordsFor(card, action));

    public override Task FillAsync(Seen card, string action, IReadOnlyDictionary<string, string> values) =>
        SayAsync(card.Place, WordsFor(card, action).Replace("…", values.Values.First(), StringComparison.Ordinal));

    protected override Task<IReadOnlyList<Seen>> LookAsync() => Task.FromResult<IReadOnlyList<Seen>>(
    [
        .. _platform.Read(Room).Concat(_platform.Read(Direct)).Where(message => message.Author == "bot").Select(message =>
            new Seen(
                message.Place,
                $"{message.Id}",
                null,
                QuoteMark().Replace(message.Text, "").ReplaceLineEndings(" "),
                [.. message.Card!.Actions.Select(action => action.Id)])),
    ]);

    /// <summary>What the message itself says to type: nothing hidden counts.</summary>
    private string WordsFor(Seen card, string action)
    {
        var label = _platform.Read(card.Place).First(m => $"{m.Id}" == card.Id).Card!.Actions
            .First(offered => offered.Id == action).Label;
        return Regex.Match(card.Words, $"{Regex.Escape(label)}: “([^”]+)”").Groups[1].Value;
    }

    private async Task SayAsync(string place, string text)
    {
        var id = _platform.Add(place, _id, text);
        var kind = place == Room ? PlaceKind.Channel : PlaceKind.Direct;
        await _bot.Services.GetRequiredService<IIntake>().AcceptAsync(
            new MessageReceived
            {
                Connection = PlainPlatform.Connection,
                Key = $"message:{id}",
                OccurredAt = TimeProvider.System.GetUtcNow(),
                Place = new(new(PlainPlatform.Connection, place), kind),
                Author = new(new(PlainPlatform.Connection, _id)),
                Message = $"{id}",
                Text = text,
                AddressesBot = true,
            },
            CancellationToken.None);
    }

    [GeneratedRegex("^> ", RegexOptions.Multiline)]
    private static partial Regex QuoteMark();

    [GeneratedRegex(@"Q\d+")]
    private static partial Regex Handle();
}
