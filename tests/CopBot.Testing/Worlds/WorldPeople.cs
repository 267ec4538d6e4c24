using CopBot.Chat;

namespace CopBot.Testing.Worlds;

/// <summary>The people of a world. Their names and accounts occur nowhere else, so that a leak can be told.</summary>
internal static class WorldPeople
{
    public const int Count = 8;

    public static IReadOnlyList<string> Accounts { get; } = [.. Enumerable.Range(0, Count).Select(i => $"acc{i}zz")];

    public static string NameOf(string account) => $"Nam{account[3]}qq Lan{account[3]}ww";

    public static AccountRef RefOf(string account) =>
        new(WorldPlatform.Names[account[3] % 2 == 0 ? 0 : 1], account);

    public static string DirectOf(string account) => $"dm-{account}";
}
