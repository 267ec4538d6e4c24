using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Matching.Meanings;
using CopBot.Pipeline.Assisting;
using CopBot.Pipeline.Knowing;
using CopBot.Storage;

namespace CopBot.Pipeline;

/// <summary>
/// One inbound being decided: the state a handler reads, all from one consistent view. Handlers change entities and
/// return effects; nothing is visible to anybody before the turn commits.
/// </summary>
internal sealed class Turn
{
    private int _ids;

    public required CopBotDbContext Db { get; init; }

    public required Community Community { get; init; }

    /// <summary>Now, by the domain's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Now, by the clock that nothing can set: for codes that expire.</summary>
    public required DateTimeOffset SecurityNow { get; init; }

    /// <summary>When what is being decided happened, by the platform's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The languages and capabilities of all connections.</summary>
    public required Platforms Platforms { get; init; }

    /// <summary>Where questions get their numbers.</summary>
    public required QuestionNumbers Numbers { get; init; }

    /// <summary>What the communities know, ready to be searched.</summary>
    public required KnowledgeIndexes Knowing { get; init; }

    /// <summary>
    /// What a text means, as a language model says; null if none does. It may end the turn, which is then decided anew.
    /// </summary>
    public required Func<string, TextMeaning?> MeaningOf { get; init; }

    /// <summary>Where people reach the bot's pages; null where nobody can.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whether there is a language model that writes.</summary>
    public bool Writes { get; init; }

    /// <summary>
    /// What a language model writes; null if it can't. It may end the turn as above, and takes its time: only for turns
    /// that nobody waits behind.
    /// </summary>
    public Func<Guid, WritingOrder, Written?> Write { get; init; } = (_, _) => null;

    /// <summary>Connections that the bot was uninstalled from: nobody can be reached there.</summary>
    public HashSet<string> Lost { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Places that speak another language than the community's first, by connection and place.</summary>
    public IReadOnlyDictionary<(string Connection, string Place), Language> Tongues { get; init; } =
        new Dictionary<(string Connection, string Place), Language>();

    /// <summary>Who acts; null for timers and for what nobody did.</summary>
    public Actor? Actor { get; init; }

    /// <summary>Where; null for timers and for forms of unknown origin.</summary>
    public Scene? Scene { get; init; }

    /// <summary>Who acts, where a handler is reached only by people.</summary>
    public Actor Me => Actor ?? throw new InvalidOperationException("Nobody acts in this turn.");

    /// <summary>The language of the community's places.</summary>
    public Language PlaceLanguage => Languages.Of(Community.Languages.FirstOrDefault());

    /// <summary>The language of whoever acts.</summary>
    public Language Language => LanguageOf(Actor?.Member);

    /// <summary>The language that the bot speaks in a place.</summary>
    public Language LanguageAt(string connection, string? place) =>
        place is not null && Tongues.TryGetValue((connection, place), out var language) ? language : PlaceLanguage;

    public Language LanguageOf(Member? member) =>
        member?.Language is { } tag ? Languages.Of(tag) : PlaceLanguage;

    /// <summary>A new id; within a turn they sort in the order in which they were made.</summary>
    public Guid NewId() => SortableIds.At(Now, _ids++);

    /// <summary>Says something to the actor alone, where the actor acted.</summary>
    public Effect Tell(Card card) => Scene is null || Scene.IsDirect
        ? new DirectMessage(Me.Account, card, Thread: Scene?.Thread)
        : new Whisper(Scene.Place.Ref, Scene.Thread, Me.Account, card);

    public Effect Tell(Phrase phrase, params ReadOnlySpan<object?> arguments) =>
        Tell(Card.Saying(phrase.In(Language, arguments)));
}
