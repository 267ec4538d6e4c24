using System.Net.Http.Headers;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.SocketMode;

namespace CopBot.Slack.Diagnosis;

/// <summary>Whether a workspace's settings work: the token, what it may do, the secret's form, the clock.</summary>
internal sealed class SlackExamination(SlackConnection connection, HttpClient http, SecurityClock clock)
{
    private const int SecretLength = 32;

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var (about, options) = (connection.FullName, connection.Options);
        var findings = new List<Finding>();
        if (options.UsesSocket)
        {
            findings.Add(await SocketAsync(cancel));
        }
        else if (options.SigningSecret.Length != SecretLength || !options.SigningSecret.All(char.IsAsciiHexDigitLower))
        {
            findings.Add(Finding.Doubtful(
                about,
                "SigningSecret does not look like one: 32 characters from 0 to 9 and a to f",
                "Copy it again from Basic Information, App Credentials, Signing Secret."));
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiBaseUrl + "auth.test"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
            using var response = await http.SendAsync(request, cancel);
            findings.AddRange(await ReadAsync(about, response, cancel));
            if (ClockCheck.Of(about, response.Headers.Date, clock.Now) is { } time) findings.Add(time);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            findings.Add(Finding.Faulty(
                about,
                $"Slack can't be reached at {options.ApiBaseUrl}: {failure.Message}",
                "Let this machine make https requests to slack.com (firewall, proxy: HTTPS_PROXY); check ApiBaseUrl."));
        }

        return findings;
    }

    private async Task<Finding> SocketAsync(CancellationToken cancel)
    {
        try
        {
            await new SocketOpening(http, connection).AskAsync(cancel);
            return Finding.Sound(connection.FullName, "the app token opens sockets (Socket Mode)");
        }
        catch (SocketRefusedException failure)
        {
            return Finding.Faulty(
                connection.FullName,
                $"no socket can be opened: {failure.Message}",
                "Make an app-level token with connections:write in Basic Information, App-Level Tokens, copy it to AppToken "
                + "(xapp-…), and switch on Socket Mode; “manifest slack --socket” has it switched on.");
        }
    }

    private static async Task<IReadOnlyList<Finding>> ReadAsync(
        string about, HttpResponseMessage response, CancellationToken cancel)
    {
        JsonElement body;
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            body = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return
            [
                Finding.Faulty(
                    about, $"what answers as Slack is not Slack (HTTP {(int)response.StatusCode})", "Check ApiBaseUrl and proxies."),
            ];
        }

        if (!body.IsTrue("ok")) return [Refused(about, body.Text("error") ?? $"HTTP {(int)response.StatusCode}")];
        const StringSplitOptions each = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var granted = response.Headers.TryGetValues("x-oauth-scopes", out var values)
            ? string.Join(',', values).Split(',', each)
            : [];
        var missing = SlackScopes.Needed.Except(granted, StringComparer.Ordinal).ToList();
        var token = Finding.Sound(about, $"the token is valid: @{body.Text("user")} in {body.Text("team")}");
        return missing.Count == 0
            ? [token, Finding.Sound(about, $"all {SlackScopes.Needed.Count} scopes are granted")]
            :
            [
                token,
                Finding.Faulty(
                    about,
                    $"the token lacks {string.Join(", ", missing)}",
                    "Put the output of “manifest slack” into App Manifest, save, and press Reinstall to Workspace."),
            ];
    }

    private static Finding Refused(string about, string error) => Finding.Faulty(
        about,
        $"Slack refuses the token: {error}",
        error switch
        {
            "invalid_auth" or "not_authed" => "Copy BotToken again from OAuth & Permissions, Bot User OAuth Token (xoxb-…).",
            "token_expired" => "Token rotation is on and can't be used: make a new app from the manifest, where it is off.",
            "token_revoked" or "account_inactive" =>
                "The app was removed from the workspace. Install it again, and copy the new BotToken.",
            "ratelimited" or "rate_limited" => "Wait a minute and try again.",
            _ => "Look the reason up at https://docs.slack.dev/reference/methods/auth.test#errors.",
        });
}
