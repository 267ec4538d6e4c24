namespace CopBot.Domain;

/// <summary>A role that a member holds or held: dated, never overwritten.</summary>
internal sealed class Role : Entity
{
    public required Guid MemberId { get; set; }

    public required RoleKind Kind { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? To { get; set; }

    /// <summary>Where it came from: <c>claim</c>, <c>settings</c>, <c>coordinator</c>, <c>import</c>.</summary>
    public required string Source { get; init; }
}

internal enum RoleKind
{
    Member,
    Expert,
    Coordinator,
    Evaluator,
    Administrator,
}
