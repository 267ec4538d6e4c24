using CopBot.Chat.Cards;

namespace CopBot.Chat;

/// <summary>
/// The way in: what an adapter hands over after it has verified and translated a delivery. Two lanes: the durable
/// lane stores before it returns; the immediate lane reads, writes nothing and answers in band.
/// </summary>
public interface IIntake
{
    /// <summary>
    /// Durable lane. When the task completes, the inbound is on disk and will take effect exactly once: only then may
    /// the platform be told "received".
    /// </summary>
    /// <param name="inbound">What happened.</param>
    /// <param name="cancel">Fires when the request is given up; the inbound may be stored all the same.</param>
    /// <exception cref="IntakeFullException">The store can't take more now; nothing was stored.</exception>
    Task<Intake> AcceptAsync(Inbound inbound, CancellationToken cancel);

    /// <summary>
    /// Durable lane for a delivery that must be answered in band: stores like <see cref="AcceptAsync"/>, then waits
    /// for what the bot has to say to the actor.
    /// </summary>
    /// <param name="inbound">What happened.</param>
    /// <param name="within">How long to wait: two seconds by the house rule.</param>
    /// <param name="cancel">Fires when the request is given up.</param>
    /// <returns>The answer; null if none came in time, in which case it reaches the actor by itself later.</returns>
    Task<Card?> AcceptAndAwaitAsync(Inbound inbound, TimeSpan within, CancellationToken cancel);

    /// <summary>
    /// Immediate lane: the form that an action opens, filled for this person, or why it can't be opened.
    /// </summary>
    /// <param name="request">Who wants which form.</param>
    /// <param name="cancel">Fires when the request is given up.</param>
    Task<FormOpening> OpenFormAsync(FormRequest request, CancellationToken cancel);

    /// <summary>Immediate lane: checks a form before it closes.</summary>
    /// <param name="submitted">The form as sent.</param>
    /// <param name="cancel">Fires when the request is given up.</param>
    /// <returns>What is wrong, by field id; empty if it may be handed to the durable lane.</returns>
    Task<IReadOnlyDictionary<string, string>> CheckFormAsync(FormSubmitted submitted, CancellationToken cancel);

    /// <summary>Immediate lane: what the community knows, for a person who looks for it while writing.</summary>
    /// <param name="request">Who looks for what.</param>
    /// <param name="cancel">Fires when the request is given up.</param>
    Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancel);
}

/// <summary>What the durable lane did with an inbound.</summary>
public enum Intake
{
    /// <summary>Stored.</summary>
    Stored,

    /// <summary>Known already: nothing was written.</summary>
    Duplicate,

    /// <summary>Of no concern to the bot (people talking among themselves): nothing was written.</summary>
    Ignored,
}

/// <summary>The store can't take more now. Platforms that deliver again are told to.</summary>
public sealed class IntakeFullException : Exception
{
    /// <summary>Creates the exception with the house message.</summary>
    public IntakeFullException()
        : base("The inbox can't take more now; deliver again later.")
    {
    }

    /// <inheritdoc cref="IntakeFullException()"/>
    public IntakeFullException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="IntakeFullException()"/>
    public IntakeFullException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Somebody pressed an action that opens a form.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Place">Where the card stands.</param>
/// <param name="Thread">The thread it stands in.</param>
/// <param name="Action">The action's id.</param>
/// <param name="Argument">The short id the card gave the action.</param>
public sealed record FormRequest(
    AccountInfo Actor, PlaceInfo Place, string? Thread, string Action, string? Argument)
{
    /// <summary>
    /// The message that the action was called on, where it was not called from one of the bot's cards.
    /// </summary>
    public QuotedMessage? About { get; init; }
}

/// <summary>Somebody's message, as an action is called on it.</summary>
/// <param name="Thread">The thread it belongs to, or opens.</param>
/// <param name="Text">
/// What is said in it, and in the rest of its thread as far as the platform tells; nobody is named in it.
/// </param>
/// <param name="Own">What of that the person who calls the action wrote.</param>
public sealed record QuotedMessage(string? Thread, string Text, string Own);

/// <summary>The answer to a <see cref="FormRequest"/>: exactly one of the two is set.</summary>
/// <param name="Form">The form to open.</param>
/// <param name="Refusal">One honest sentence why not.</param>
public sealed record FormOpening(Form? Form, string? Refusal);
