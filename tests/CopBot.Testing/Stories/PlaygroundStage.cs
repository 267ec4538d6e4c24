using CopBot.Chat.Cards;
using CopBot.Playground.Chat;
using CopBot.Playground.Sample;
using CopBot.Playground.Web;
using CopBot.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Testing.Stories;

/// <summary>Sara and Kofi in the Playground, through its own requests.</summary>
public sealed class PlaygroundStage : Stage
{
    public PlaygroundStage(BotHost bot)
    {
        Bot = bot;
        Asker = new PlaygroundChatter(bot, "sara", "results");
        Expert = new PlaygroundChatter(bot, "kofi", "exchange");
        Coordinator = new PlaygroundChatter(bot, "layla", "exchange");
    }

    public override BotHost Bot { get; }

    public override Chatter Asker { get; }

    public override Chatter Expert { get; }

    public override Chatter Coordinator { get; }

    public static async Task<Stage> OpenAsync() => new PlaygroundStage(await BotHost.StartAsync());

    /// <summary>The sample community comes prepared.</summary>
    public override Task PrepareAsync() => Task.CompletedTask;

    public override ValueTask DisposeAsync() => Bot.DisposeAsync();
}

/// <summary>A person of the sample community.</summary>
public sealed class PlaygroundChatter(BotHost bot, string person, string channel)
    : Chatter(SampleCommunity.Shipped.Person(person)!.Name)
{
    private readonly PlaygroundInput _input = bot.Services.GetRequiredService<PlaygroundInput>();
    private readonly PlaygroundChat _chat = bot.Services.GetRequiredService<PlaygroundChat>();

    private string Direct => $"dm-{person}";

    public override Task MentionAsync(string text) => SayAsync(channel, null, $"@CopBot {text}");

    public override Task TellAsync(string text) => SayAsync(Direct, null, text);

    public override Task ReplyAsync(Seen to, string text, bool mention)
    {
        ArgumentNullException.ThrowIfNull(to);
        return SayAsync(to.Place, to.Thread, mention ? $"@CopBot {text}" : text);
    }

    public override Task PressAsync(Seen card, string action)
    {
        ArgumentNullException.ThrowIfNull(card);
        return _input.PressAsync(
            new Pressing(
                person, PostId(card), action, Argument(card, action), OpensForm: false), CancellationToken.None);
    }

    public override async Task FillAsync(Seen card, string action, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(card);
        var argument = Argument(card, action);
        var pressing = new Pressing(person, PostId(card), action, argument, OpensForm: true);
        await _input.PressAsync(pressing, CancellationToken.None);
        await _input.SubmitAsync(new Submitting(person, action, argument, card.Place, values), CancellationToken.None);
    }

    protected override Task<IReadOnlyList<Seen>> LookAsync()
    {
        var connection = SampleCommunity.Shipped.Person(person)!.FullConnection;
        var posts = _chat.Read(new(connection, channel), person).Concat(_chat.Read(new(connection, Direct), person));
        return Task.FromResult<IReadOnlyList<Seen>>([.. posts.Where(post => post.Card is not null).Select(SeenOf)]);
    }

    private static Seen SeenOf(PlaygroundPost post) => new(
        post.Place,
        $"{post.Id}",
        $"{post.Thread ?? post.Id}",
        PlainRendering.Of(post.Card!, words: false).ReplaceLineEndings(" "),
        [.. post.Card!.Actions.Select(action => action.Id)]);

    private static long PostId(Seen seen) => long.Parse(seen.Id, System.Globalization.CultureInfo.InvariantCulture);

    private string? Argument(Seen card, string action) =>
        _chat.Find(PostId(card))!.Card!.Actions.First(offered => offered.Id == action).Argument;

    private Task SayAsync(string place, string? thread, string text) => _input.SayAsync(
        new Saying(
            person,
            place,
            thread is null ? null : long.Parse(thread, System.Globalization.CultureInfo.InvariantCulture),
            text),
        CancellationToken.None);
}
