using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Teams.Security;
using Microsoft.Identity.Client;

namespace CopBot.Teams.Diagnosis;

/// <summary>Whether a tenant's settings work: the channel's keys, the bot's own token, the clock.</summary>
internal sealed class TeamsExamination(TeamsConnection connection, HttpClient http, SecurityClock clock)
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        if (connection.Options.IsAnonymous) return [];
        return [.. await KeysAsync(cancel), await TokenAsync(cancel)];
    }

    /// <summary>Without them nobody who writes can be told from a forger.</summary>
    private async Task<IReadOnlyList<Finding>> KeysAsync(CancellationToken cancel)
    {
        var (about, address) = (connection.FullName, connection.Options.OpenIdMetadataUrl);
        try
        {
            using var response = await http.GetAsync(new Uri(address), cancel);
            response.EnsureSuccessStatusCode();
            var keys = Finding.Sound(about, "the channel's signing keys can be read");
            return ClockCheck.Of(about, response.Headers.Date, clock.Now) is { } time ? [keys, time] : [keys];
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return
            [
                Finding.Faulty(
                    about,
                    $"the channel's signing keys can't be read at {address}: {failure.Message}",
                    "Let this machine make https requests to login.botframework.com; check OpenIdMetadataUrl."),
            ];
        }
    }

    private async Task<Finding> TokenAsync(CancellationToken cancel)
    {
        var about = connection.FullName;
        try
        {
            await TeamsTokens.Of(connection.Options).AcquireAsync(cancel);
            return Finding.Sound(about, "the bot gets its own token");
        }
        catch (MsalException failure)
        {
            return Finding.Faulty(about, $"Microsoft refuses the bot a token: {FirstLine(failure.Message)}", MendOf(failure));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return Finding.Faulty(
                about,
                $"tokens can't be had at {connection.Options.Authority}: {failure.Message}",
                "Let this machine make https requests to login.microsoftonline.com; check Authority.");
        }
    }

    /// <summary>
    /// By Microsoft's own numbers: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    /// </summary>
    private static string MendOf(MsalException failure) => failure.Message switch
    {
        var m when m.Contains("AADSTS7000222", StringComparison.Ordinal) =>
            "ClientSecret has expired. Make a new one under Certificates & secrets, and set it.",
        var m when m.Contains("AADSTS7000215", StringComparison.Ordinal) =>
            "ClientSecret is wrong. Copy the secret's value, not its id, from Certificates & secrets.",
        var m when m.Contains("AADSTS700016", StringComparison.Ordinal) =>
            "AppId is not registered in TenantId. Copy both from the app's Overview page; a single-tenant bot needs its own tenant.",
        var m when m.Contains("AADSTS90002", StringComparison.Ordinal) || m.Contains("AADSTS900023", StringComparison.Ordinal) =>
            "There is no such tenant. Copy TenantId (Directory ID) from the app's Overview page.",
        var m when m.Contains("AADSTS700027", StringComparison.Ordinal) =>
            "The certificate is not the app's. Upload its public part under Certificates & secrets.",
        _ when failure.ErrorCode.StartsWith("managed_identity", StringComparison.Ordinal) =>
            "Run the bot where the managed identity of AppId is assigned, or use ClientSecret.",
        _ => "Look the AADSTS number up at https://learn.microsoft.com/entra/identity-platform/reference-error-codes.",
    };

    private static string FirstLine(string message) =>
        message.Split(['\r', '\n'], 2)[0].Split(" Trace ID:", 2)[0].Trim();
}
