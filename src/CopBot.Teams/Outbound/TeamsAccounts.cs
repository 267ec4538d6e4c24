using CopBot.Chat;

namespace CopBot.Teams.Outbound;

/// <summary>Asks who somebody is in a conversation.</summary>
internal static class TeamsAccounts
{
    public static async Task<AccountInfo?> GetAsync(
        TeamsConnection connection, AccountRef account, PlaceRef? place, CancellationToken cancel)
    {
        if (place is null || await connection.ServiceAsync(place.Id, cancel) is not { } service) return null;
        var answer = await connection.Connector.MemberAsync(service, place.Id, account.Id, cancel);
        PlatformBusyException.ThrowIf("members", answer.Failure);
        if (!answer.Ok) return null;
        var principal = answer.Body.Text("userPrincipalName");
        var tenant = answer.Body.Text("tenantId");
        var outsider = answer.Body.Text("userRole") is "guest" or "anonymous"
            || principal?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true
            || (tenant is not null && !connection.Options.AllowsTenant(tenant));
        return new(account, answer.Body.Text("name"), answer.Body.Text("email"), outsider);
    }
}
