namespace CopBot.Domain;

/// <summary>
/// Something that happened in the community, in the past tense. Other slices react to it, and the participation log
/// keeps it.
/// </summary>
/// <param name="ActorId">The member who did it; null for what nobody did.</param>
internal abstract record DomainEvent(Guid? ActorId)
{
    /// <summary>Its type in the log: <c>question.asked</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Ids of what it is about. Hashed, never erased: nothing personal may stand here.</summary>
    public virtual IEnumerable<(string Key, string Value)> Subjects => [];

    /// <summary>Other members it is about; the log carries their pseudonyms.</summary>
    public virtual IEnumerable<(string Key, Guid MemberId)> Members => [];

    /// <summary>
    /// The anonymous question whose asker the actor is here: the log then knows the actor by that question's own
    /// pseudonym,
    /// and nothing else of them. Null for everything done by name.
    /// </summary>
    public virtual Guid? Veil => null;

    /// <summary>Whether the connection it came by would tell something of an anonymous asker.</summary>
    public virtual bool HidesOrigin => Veil is not null;

    /// <summary>What can be erased with the person.</summary>
    public virtual IEnumerable<(string Key, string? Value)> Attributes => [];
}
