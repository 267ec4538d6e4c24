using CopBot.Chat;
using CopBot.Domain;

namespace CopBot.Pipeline;

/// <summary>What a handler decided, beside the entities it changed.</summary>
internal sealed class Outcome
{
    /// <summary>What is to happen on platforms, in order.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>
    /// What the actor alone is told: in band where the platform waits for it, else like any effect.
    /// </summary>
    public Effect? Reply { get; private set; }

    /// <summary>What happened in the community, for the log and for other slices.</summary>
    public List<DomainEvent> Events { get; } = [];

    /// <summary>What is to happen later.</summary>
    public List<After> Later { get; } = [];

    public static Outcome Nothing => new();

    public static Outcome Of(Effect reply) => new() { Reply = reply };

    public Outcome Send(Effect effect)
    {
        Effects.Add(effect);
        return this;
    }

    public Outcome Send(IEnumerable<Effect> effects)
    {
        Effects.AddRange(effects);
        return this;
    }

    public Outcome Say(Effect reply)
    {
        Reply = reply;
        return this;
    }

    public Outcome Raise(DomainEvent happened)
    {
        Events.Add(happened);
        return this;
    }

    public Outcome Wait(After after)
    {
        Later.Add(after);
        return this;
    }

    /// <summary>Adds what a reaction decided.</summary>
    public void Absorb(Outcome other)
    {
        Effects.AddRange(other.Effects);
        Events.AddRange(other.Events);
        Later.AddRange(other.Later);
        Reply ??= other.Reply;
    }
}

/// <summary>A timer to set.</summary>
/// <param name="Kind">Its declared name.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="DueAt">When, by the domain's clock.</param>
internal sealed record After(string Kind, Guid SubjectId, DateTimeOffset DueAt);
