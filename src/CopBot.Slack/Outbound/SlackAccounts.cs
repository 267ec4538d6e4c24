using CopBot.Chat;

namespace CopBot.Slack.Outbound;

/// <summary>Asks Slack who somebody is. Source: https://docs.slack.dev/reference/methods/users.info</summary>
internal static class SlackAccounts
{
    public static async Task<AccountInfo?> GetAsync(
        SlackConnection connection, AccountRef account, CancellationToken cancel)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["user"] = account.Id };
        var answer = await connection.Api.CallAsync("users.info", arguments, cancel);
        PlatformBusyException.ThrowIf("users.info", answer.Failure);
        if (!answer.Ok) return null;
        var user = answer.Body.At("user");
        var bot = await connection.Self.FindAsync(cancel)
            ?? throw new PlatformBusyException($"auth.test: {connection.Self.Failure}");
        var team = user.Text("team_id");
        var outsider = user.IsTrue("is_restricted") || user.IsTrue("is_ultra_restricted") || user.IsTrue("is_stranger")
            || (team is not null && bot.TeamId is { } home && team != home);
        var name = Filled(user.Text("profile", "display_name")) ?? Filled(user.Text("profile", "real_name"))
            ?? Filled(user.Text("real_name")) ?? user.Text("name");
        return new(account, name, user.Text("profile", "email"), outsider, user.Text("locale"));
    }

    private static string? Filled(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;
}
