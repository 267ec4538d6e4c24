namespace CopBot.Domain.Events;

/// <summary>
/// What the log calls a dated fact: what the community did itself by its own name, the rest <c>annotation.</c> and its
/// kind.
/// </summary>
internal static class AnnotationTypes
{
    private const string Prefix = "annotation.";

    private static readonly (string Kind, string Type)[] OwnNames =
    [
        ("meeting", "event.held"),
        ("stage", "community.stage_declared"),
        ("charter", "community.charter_changed"),
        ("closing", "community.closed"),
        ("survey", "survey.answered"),
    ];

    /// <summary>The types that do not begin with <c>annotation.</c></summary>
    public static IReadOnlyList<string> Own { get; } = [.. OwnNames.Select(one => one.Type)];

    public static string Of(string kind) =>
        Array.Find(OwnNames, one => one.Kind == kind).Type ?? Prefix + kind;

    /// <returns>Null if an entry of this type is no dated fact.</returns>
    public static string? KindOf(string type) =>
        type.StartsWith(Prefix, StringComparison.Ordinal)
            ? type[Prefix.Length..]
            : Array.Find(OwnNames, one => one.Type == type).Kind;
}
