using CopBot.Chat;
using CopBot.Chat.Cards;

namespace CopBot.Testing.Worlds;

/// <summary>People who do whatever they can, in any order: the same seed does the same.</summary>
/// <param name="world">Where they are.</param>
/// <param name="seed">Chooses what they do.</param>
/// <param name="language">The only language that anybody ever asks for; null for several.</param>
internal sealed class WorldPlay(World world, int seed, string? language = null)
{
    private static readonly string[] Topics =
    [
        "outcome indicators ministries", "payroll audit schools", "budget ceilings hearings", "procurement road tenders",
        "tax arrears collection", "pension reform costing",
    ];

    private readonly Random _random = new(seed);
    private readonly List<(PlaceRef Place, string Message, string Author, bool Direct)> _written = [];
    private readonly Dictionary<string, int> _pressed = new(StringComparer.Ordinal);
    private int _questions;
    private int _answers;
    private int _keys;

    public int Asked => _questions;

    public string Last { get; private set; } = "";

    /// <summary>Everybody says something first, two coordinate, and the rooms are bound.</summary>
    public async Task PrepareAsync(Func<string, Task<string>> claimCode)
    {
        foreach (var (index, account) in WorldPeople.Accounts.Index())
        {
            await SayAsync(account, $"expertise {Topics[index % Topics.Length]}", direct: true);
            if (index > 1) continue;
            await SayAsync(account, $"claim {await claimCode(account)}", direct: true);
            await SayAsync(account, "bind", direct: false);
        }
    }

    public Task<IReadOnlyList<Said>> StepAsync()
    {
        var who = Anybody();
        var dice = _random.Next(100);
        Last = $"{who} {dice}";
        return dice switch
        {
            < 14 => SayAsync(who, Question(), direct: false),
            < 19 => SayAsync(who, $"ask anonymously {Question()}", direct: true),
            < 25 => SayAsync(who, $"ask privately {Question()}", direct: true),
            < 53 => PressAsync(),
            < 60 => ReplyAsync(who),
            < 70 => SayAsync(who, Verb(), direct: true),
            < 73 => SayAsync(who, $"answer Q{1 + _random.Next(Math.Max(1, _questions))}: {Answer()}", direct: true),
            < 80 => WaitAsync(TimeSpan.FromMinutes(_random.Next(5, 200))),
            < 90 => WaitAsync(TimeSpan.FromHours(_random.Next(4, 60))),
            < 92 => WaitAsync(TimeSpan.FromDays(_random.Next(3, 40))),
            < 94 => EditAsync(),
            < 96 => DeleteAsync(),
            < 97 => ConnectionAsync(),
            < 98 => SayAsync(who, "leave", direct: true),
            < 99 => SayAsync(who, "delete me for good", direct: true),
            _ => SayAsync(who, "join", direct: true),
        };
    }

    /// <summary>Somebody says something in particular to the bot alone.</summary>
    public Task<IReadOnlyList<Said>> TellAsync(string who, string text) => SayAsync(who, text, direct: true);

    private string Anybody() => WorldPeople.Accounts[_random.Next(WorldPeople.Count)];

    private string Question() => $"How should one do {Topics[_random.Next(Topics.Length)]} well zq{++_questions}x?";

    private string Answer() => $"Take {Topics[_random.Next(Topics.Length)]} first zy{++_answers}x.";

    private string Verb()
    {
        var number = 1 + _random.Next(Math.Max(1, _questions));
        string[] verbs =
        [
            "away until Friday", "away", "back", "quiet 08:00-18:00", "quiet 18:00-08:00", "quiet off", "cap 0", "cap 1", "cap 5",
            "stop contacting me", "contact me again", $"pass Q{number}", $"take Q{number}", $"follow Q{number}", $"show Q{number}",
            $"suggest Q{number}: Nam{_random.Next(WorldPeople.Count)}qq", $"withdraw Q{number}", $"withdraw Q{number}.1",
            $"helped Q{number}", "status", $"status Q{number}", $"find {Topics[_random.Next(Topics.Length)]}", "profile country Ghana",
            $"keep Q{number}.1 named", "review", $"publish N{number}", $"merge N{number} into N1", $"retire N{number}", "digest",
            "post digest", "report", "help", "privacy", "export my data", $"language {language ?? "fr"}", $"language {language ?? "en"}", "this solves it",
            "not my case", "ask the experts", "ask anyway", $"expertise {Topics[_random.Next(Topics.Length)]}", $"find N{number}",
            $"role Nam{_random.Next(WorldPeople.Count)}qq: expert",
        ];
        return verbs[_random.Next(verbs.Length)];
    }

    /// <summary>Somebody says something in particular, in the room or to the bot alone.</summary>
    public Task<IReadOnlyList<Said>> SayAsync(string who, string text, bool direct, string? thread = null)
    {
        var account = WorldPeople.RefOf(who);
        var place = new PlaceRef(account.Connection, direct ? WorldPeople.DirectOf(who) : "room");
        var message = world.NextMessage();
        _written.Add((place, message, who, direct));
        Last = $"{who} {(direct ? "tells" : "says")} “{text}” in {thread ?? "—"}";
        return world.TakeInAsync(new MessageReceived
        {
            Connection = account.Connection,
            Key = $"message:{message}",
            OccurredAt = world.Clock.GetUtcNow(),
            Place = new(place, direct ? PlaceKind.Direct : PlaceKind.Channel),
            Author = new(account),
            Message = message,
            Thread = thread,
            OpensThread = thread ?? message,
            Text = text,
            AddressesBot = true,
        });
    }

    /// <summary>Somebody presses something that is in front of them; half of the time what was pressed least so far.</summary>
    private async Task<IReadOnlyList<Said>> PressAsync()
    {
        var recent = world.All.TakeLast(60).Where(said => said.Cards.Any(card => card.Actions.Count > 0) && said.Message is not null).ToList();
        if (recent.Count == 0) return [];
        var (said, action) = Choose(recent);
        var who = said.Reader ?? Anybody();
        var account = WorldPeople.RefOf(who);
        if (account.Connection != said.Message!.Place.Connection) return [];
        _pressed[action.Id] = _pressed.GetValueOrDefault(action.Id) + 1;
        var kind = said.Message.Place.Id.StartsWith("dm-", StringComparison.Ordinal) ? PlaceKind.Direct : PlaceKind.Channel;
        var place = new PlaceInfo(said.Message.Place, kind);
        Last = $"{who} presses {action.Id} on “{said.Cards[0].Summary}”";
        return action.OpensForm
            ? await FillAsync(new FormRequest(new(account), place, said.Message.Thread, action.Id, action.Argument))
            : await world.TakeInAsync(new ActionPressed
            {
                Connection = account.Connection,
                Key = $"press:{++_keys}",
                OccurredAt = world.Clock.GetUtcNow(),
                Place = place,
                Actor = new(account),
                Message = said.Message.Id,
                Thread = said.Message.Thread,
                Action = action.Id,
                Argument = action.Argument,
            });
    }

    private (Said Said, CardAction Action) Choose(List<Said> recent)
    {
        var offered = recent.SelectMany(said => said.Cards.SelectMany(card => card.Actions).Select(action => (said, action))).ToList();
        if (_random.Next(2) == 0) return offered[_random.Next(offered.Count)];
        var least = offered.Min(pair => _pressed.GetValueOrDefault(pair.action.Id));
        var rare = offered.Where(pair => _pressed.GetValueOrDefault(pair.action.Id) == least).ToList();
        return rare[_random.Next(rare.Count)];
    }

    private async Task<IReadOnlyList<Said>> FillAsync(FormRequest request)
    {
        var opening = await world.Intake.OpenFormAsync(request, CancellationToken.None);
        if (opening.Form is not { } form) return [];
        return await world.TakeInAsync(new FormSubmitted
        {
            Connection = request.Actor.Ref.Connection,
            Key = $"form:{++_keys}",
            OccurredAt = world.Clock.GetUtcNow(),
            Place = request.Place,
            Actor = request.Actor,
            Form = form.Id,
            Argument = form.Argument,
            Values = form.Fields.ToDictionary(field => field.Id, Filled, StringComparer.Ordinal),
        });
    }

    private string Filled(Field field) => field.Choices is { } choices ? choices[_random.Next(choices.Count)].Value
        : field.Id == "name" ? $"Nam{_random.Next(WorldPeople.Count)}qq"
        : field.Initial is { Length: > 0 } initial ? initial
        : field.Required || field.Multiline ? Answer() : "";

    private Task<IReadOnlyList<Said>> ReplyAsync(string who)
    {
        var own = world.All.TakeLast(80).Where(said => said.Message?.Thread is not null && (said.Reader ?? who) == who
            && said.Message.Place.Connection == WorldPeople.RefOf(who).Connection).ToList();
        if (own.Count == 0) return Task.FromResult<IReadOnlyList<Said>>([]);
        var to = own[_random.Next(own.Count)].Message!;
        return SayAsync(who, Answer(), to.Place.Id != "room", to.Thread);
    }

    private Task<IReadOnlyList<Said>> WaitAsync(TimeSpan time)
    {
        Last = $"{time} pass";
        world.Clock.Set(world.Clock.GetUtcNow() + time);
        return world.RunAsync();
    }

    private Task<IReadOnlyList<Said>> EditAsync()
    {
        if (_written.Count == 0) return Task.FromResult<IReadOnlyList<Said>>([]);
        var (place, message, author, direct) = _written[_random.Next(_written.Count)];
        Last = $"{author} edits {message}";
        return world.TakeInAsync(new MessageEdited
        {
            Connection = place.Connection,
            Key = $"edit:{++_keys}",
            OccurredAt = world.Clock.GetUtcNow(),
            Place = new(place, direct ? PlaceKind.Direct : PlaceKind.Channel),
            Author = new(new(place.Connection, author)),
            Message = message,
            Text = $"Changed words about {Topics[_random.Next(Topics.Length)]}.",
            AddressesBot = true,
        });
    }

    private Task<IReadOnlyList<Said>> DeleteAsync()
    {
        if (_written.Count == 0) return Task.FromResult<IReadOnlyList<Said>>([]);
        var (place, message, _, direct) = _written[_random.Next(_written.Count)];
        Last = $"{message} is deleted";
        return world.TakeInAsync(new MessageDeleted
        {
            Connection = place.Connection,
            Key = $"delete:{++_keys}",
            OccurredAt = world.Clock.GetUtcNow(),
            Place = new(place, direct ? PlaceKind.Direct : PlaceKind.Channel),
            Message = message,
        });
    }

    private Task<IReadOnlyList<Said>> ConnectionAsync()
    {
        var connection = WorldPlatform.Names[_random.Next(WorldPlatform.Names.Count)];
        Last = $"{connection} is lost";
        return world.TakeInAsync(new ConnectionLost
        {
            Connection = connection, Key = $"lost:{++_keys}", OccurredAt = world.Clock.GetUtcNow(), Reason = "uninstalled",
        });
    }
}
