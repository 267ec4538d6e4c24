using CopBot.Teams.Security;
using Microsoft.Extensions.Configuration;

namespace CopBot.Teams;

/// <summary>Reads and checks <c>Teams:Connections</c>.</summary>
public static class TeamsSettings
{
    /// <summary>The connections by name; whatever is wrong with them is added to the faults.</summary>
    public static IReadOnlyDictionary<string, TeamsConnectionOptions> Read(
        IConfiguration configuration, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(faults);
        var connections = new Dictionary<string, TeamsConnectionOptions>(StringComparer.Ordinal);
        foreach (var section in configuration.GetSection("Teams:Connections").GetChildren())
        {
            var options = section.Get<TeamsConnectionOptions>() ?? new TeamsConnectionOptions();
            Check(section, options, faults);
            connections[section.Key] = options;
        }

        return connections;
    }

    private static void Check(IConfigurationSection section, TeamsConnectionOptions options, ICollection<string> faults)
    {
        if (!section.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            faults.Add($"{section.Path}: a connection’s name is part of an address; use letters, digits, - and _.");
        }

        MustBeGuid(section, "AppId", options.AppId, faults);
        MustBeGuid(section, "TenantId", options.TenantId, faults);
        foreach (var tenant in options.AllowedTenants) MustBeGuid(section, "AllowedTenants", tenant, faults);
        CheckCredentials(section, options, faults);
        options.Authority = Address(section, "Authority", options.Authority, faults)
            ?? new TeamsConnectionOptions().Authority;
        options.OpenIdMetadataUrl = Address(section, "OpenIdMetadataUrl", options.OpenIdMetadataUrl, faults)
            ?? new TeamsConnectionOptions().OpenIdMetadataUrl;
    }

    private static void CheckCredentials(
        IConfigurationSection section, TeamsConnectionOptions options, ICollection<string> faults)
    {
        var given =
            new[] { options.ClientSecret.Length > 0, options.CertificatePath is not null, options.ManagedIdentity };
        switch (given.Count(one => one))
        {
            case 0:
                faults.Add($"{section.Path}:ClientSecret is missing. Make one under Certificates & secrets of the app, "
                    + "or set CertificatePath or ManagedIdentity.");
                break;
            case > 1:
                faults.Add($"{section.Path}: set only one of ClientSecret, CertificatePath and ManagedIdentity.");
                break;
        }

        if (options.CertificatePath is { } path
            && TeamsCertificate.Fault(path, options.CertificatePassword) is { } fault)
        {
            faults.Add($"{section.Path}:CertificatePath is “{path}”, which can’t be used: {fault}");
        }
    }

    private static void MustBeGuid(
        IConfigurationSection section, string name, string value, ICollection<string> faults)
    {
        if (!Guid.TryParse(value, out _))
        {
            faults.Add($"{section.Path}:{name} is “{value}”, which is no GUID. Copy it from the app’s page in Azure.");
        }
    }

    private static string? Address(
        IConfigurationSection section, string name, string value, ICollection<string> faults)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
        {
            return value.TrimEnd('/');
        }

        faults.Add($"{section.Path}:{name} is “{value}”. Use https, or http on loopback for tests.");
        return null;
    }
}
