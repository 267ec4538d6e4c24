using System.Text.RegularExpressions;

namespace CopBot.Testing.Stories;

/// <summary>The link with which a coordinator signs in, as the bot sends it.</summary>
public static partial class PageLinks
{
    /// <summary>Asks for it in a direct chat.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> AskAsync(Chatter coordinator)
    {
        ArgumentNullException.ThrowIfNull(coordinator);
        var before = (await coordinator.ReadAsync()).Select(seen => seen.Id).ToHashSet();
        await coordinator.TellAsync("page");
        for (var look = 0; look < 200; look++)
        {
            var sent = (await coordinator.ReadAsync()).Where(seen => !before.Contains(seen.Id))
                .Select(seen => Path().Match(seen.Words)).FirstOrDefault(match => match.Success);
            if (sent is not null) return sent.Value;
            await Task.Delay(50);
        }

        throw new TimeoutException("No link came.");
    }

    [GeneratedRegex("/sign-in/[0-9a-f]{64}")]
    private static partial Regex Path();
}
