using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;

namespace CopBot.Pipeline;

/// <summary>Decides what becomes of an intent.</summary>
internal delegate Task<Outcome> Handler<in TIntent>(Turn turn, TIntent intent, CancellationToken cancel);

/// <summary>What is found for words that somebody types. Reads only.</summary>
internal delegate Task<IReadOnlyList<SearchFound>> Search(Turn turn, string words, CancellationToken cancel);

/// <summary>
/// What a slice declares: everything by which the rest of the bot can reach it. The catalogue lists the features and
/// refuses two owners of one thing at start-up.
/// </summary>
internal sealed record Feature(string Name)
{
    public IReadOnlyList<Verb> Verbs { get; init; } = [];

    /// <summary>Under which heading <c>help</c> lists its verbs.</summary>
    public HelpTopic Topic { get; init; } = HelpTopic.You;

    public IReadOnlyList<ActionDeclaration> Actions { get; init; } = [];

    public IReadOnlyList<FormDeclaration> Forms { get; init; } = [];

    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    public IReadOnlyList<TimerDeclaration> Timers { get; init; } = [];

    public IReadOnlyList<DigestSection> DigestSections { get; init; } = [];

    /// <summary>What is found while somebody writes a message; one feature has it. Reads only.</summary>
    public Search? Search { get; init; }

    /// <summary>Kinds of intents beside verbs, actions, forms and timers that this slice answers.</summary>
    public IReadOnlyList<IntentHandler> Intents { get; init; } = [];
}

/// <summary>The headings of <c>help</c>, in their order. What only coordinators may stands under their own.</summary>
internal enum HelpTopic
{
    Asking,
    Answering,
    Knowing,
    You,
    Coordinating,
}

/// <summary>Who may do a thing. Who asked or was asked is checked where the question is known.</summary>
internal enum Who
{
    Member,
    Coordinator,

    /// <summary>Coordinators, and those who evaluate the community.</summary>
    Evaluator,
}

/// <summary>Where a thing may be done.</summary>
internal enum Where
{
    /// <summary>In direct chats, and in places that a coordinator bound to the community.</summary>
    Bound,

    /// <summary>Anywhere: what it shows is the person's own, or nothing.</summary>
    Anywhere,

    /// <summary>In direct chats only: it shows what nobody else may see.</summary>
    Direct,
}

/// <summary>A verb people can type.</summary>
/// <param name="Name">Its name in English, as a single word or a phrase.</param>
/// <param name="Help">One line for <c>help</c>.</param>
internal sealed record Verb(string Name, Phrase Help)
{
    /// <summary>Other ways to say it, in any language.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>A pattern its argument must match whole; null if it takes none.</summary>
    public System.Text.RegularExpressions.Regex? Argument { get; init; }

    /// <summary>True if it can't be called without an argument.</summary>
    public bool ArgumentRequired { get; init; }

    public Who Who { get; init; } = Who.Member;

    /// <summary>True if a button says the same: <c>help</c> lists it only where there are no buttons.</summary>
    public bool IsButton { get; init; }

    /// <summary>True if nobody begins a question so, though it is a single word.</summary>
    public bool IsNoQuestion { get; init; }

    public Where Where { get; init; } = Where.Bound;

    public required Handler<VerbIntent> Handle { get; init; }
}

/// <summary>A button's meaning.</summary>
internal sealed record ActionDeclaration(string Id)
{
    public Who Who { get; init; } = Who.Member;

    /// <summary>For actions of the durable lane.</summary>
    public Handler<ActionIntent>? Handle { get; init; }

    /// <summary>For actions of the immediate lane: the form to open. Reads only.</summary>
    public Func<Turn, string, CancellationToken, Task<FormOffer>>? Open { get; init; }

    /// <summary>For actions of the immediate lane that are called on anybody's message, or on nothing at all.</summary>
    public Func<Turn, FormRequest, CancellationToken, Task<FormOffer>>? OpenOn { get; init; }
}

/// <summary>A form, or the sentence why it can't be opened.</summary>
internal sealed record FormOffer(Form? Form, Phrase? Refusal)
{
    public static implicit operator FormOffer(Form form) => new(form, null);

    public static implicit operator FormOffer(Phrase refusal) => new(null, refusal);
}

/// <summary>A form's meaning once it is sent. Checks of required fields and lengths follow from the fields.</summary>
internal sealed record FormDeclaration(string Id, IReadOnlyList<Field> Fields)
{
    public Who Who { get; init; } = Who.Member;

    public required Handler<FormIntent> Handle { get; init; }
}

internal sealed record TimerDeclaration(string Kind, Handler<TimerIntent> Handle)
{
    /// <summary>
    /// For timers that every community has at all times: when the next one comes. Planned at every start, and by the
    /// handler. Null for timers that something sets.
    /// </summary>
    public Func<Community, DateTimeOffset, DateTimeOffset?>? Recurs { get; init; }
}

/// <summary>What a slice does when something happened in another.</summary>
internal sealed record Reaction(Type EventType, Func<Turn, DomainEvent, CancellationToken, Task<Outcome>> Handle)
{
    public static Reaction To<TEvent>(Func<Turn, TEvent, CancellationToken, Task<Outcome>> handle)
        where TEvent : DomainEvent =>
        new(typeof(TEvent), (turn, happened, cancel) => handle(turn, (TEvent)happened, cancel));
}

internal sealed record IntentHandler(Type IntentType, Handler<Intent> Handle)
{
    public static IntentHandler For<TIntent>(Handler<TIntent> handle)
        where TIntent : Intent =>
        new(typeof(TIntent), (turn, intent, cancel) => handle(turn, (TIntent)intent, cancel));
}
