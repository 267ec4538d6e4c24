using CopBot.Domain;

namespace CopBot.Pipeline;

/// <summary>The permission table's one reader: who may do what a slice declares.</summary>
internal static class Permission
{
    private static readonly Phrase CoordinatorsOnly = new(
        "Only a coordinator of this community may do that.",
        "Seule une personne coordinatrice de cette communauté peut le faire.");

    private static readonly Phrase EvaluatorsOnly = new(
        "Only a coordinator or an evaluator of this community may do that.",
        "Seules les personnes qui coordonnent ou évaluent cette communauté peuvent le faire.");

    /// <summary>Why this person may not; null if the person may.</summary>
    public static Phrase? Refuses(Who who, Turn turn) => who switch
    {
        Who.Coordinator when !turn.Me.Member.Is(RoleKind.Coordinator, turn.Now) => CoordinatorsOnly,
        Who.Evaluator when !turn.Me.Member.Is(RoleKind.Coordinator, turn.Now)
            && !turn.Me.Member.Is(RoleKind.Evaluator, turn.Now) => EvaluatorsOnly,
        _ => null,
    };
}
