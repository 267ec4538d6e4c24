namespace CopBot.Matching;

/// <summary>
/// A hash that is the same on every machine and in every version: what is made of it is stored. Source: Fowler, Noll,
/// Vo: FNV-1a, here by characters.
/// </summary>
internal static class Fnv1a
{
    public static uint Of(ReadOnlySpan<char> piece)
    {
        var hash = 2166136261;
        foreach (var character in piece) hash = (hash ^ character) * 16777619;
        return hash;
    }
}
