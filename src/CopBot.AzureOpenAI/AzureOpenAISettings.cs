using Microsoft.Extensions.Configuration;

namespace CopBot.AzureOpenAI;

/// <summary>Reads and checks <c>AzureOpenAI</c>.</summary>
internal static class AzureOpenAISettings
{
    private const string Path = "AzureOpenAI";

    /// <summary>Null if it is not configured; whatever is wrong with it is added to the faults.</summary>
    public static AzureOpenAIOptions? Read(IConfiguration configuration, ICollection<string> faults)
    {
        var section = configuration.GetSection(Path);
        if (!section.GetChildren().Any()) return null;
        var options = new AzureOpenAIOptions
        {
            Endpoint = section["Endpoint"] ?? "",
            ApiKey = section["ApiKey"] ?? "",
            ManagedIdentityClientId = TextOf(section, "ManagedIdentityClientId"),
            ChatDeployment = TextOf(section, "ChatDeployment"),
            EmbeddingDeployment = TextOf(section, "EmbeddingDeployment"),
        };
        ReadIdentity(section, options, faults);
        ReadBudget(section, options, faults);
        Check(options, faults);
        return options;
    }

    private static void ReadIdentity(IConfigurationSection section, AzureOpenAIOptions options,
        ICollection<string> faults)
    {
        if (section["ManagedIdentity"] is not { Length: > 0 } text) return;
        if (bool.TryParse(text, out var managed)) options.ManagedIdentity = managed;
        else faults.Add($"{Path}:ManagedIdentity is “{text}”. Use true or false.");
    }

    private static void ReadBudget(IConfigurationSection section, AzureOpenAIOptions options,
        ICollection<string> faults)
    {
        if (section["DailyTokenBudget"] is not { Length: > 0 } text) return;
        if (int.TryParse(text, out var budget) && budget > 0) options.DailyTokenBudget = budget;
        else faults.Add($"{Path}:DailyTokenBudget is “{text}”. Use a number of tokens above 0, such as 2000000.");
    }

    private static void Check(AzureOpenAIOptions options, ICollection<string> faults)
    {
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint)
            || (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback))
        {
            faults.Add($"{Path}:Endpoint is “{options.Endpoint}”. Copy it from the resource’s page, Keys and Endpoint; it begins with https.");
        }

        if (options.ApiKey.Length > 0 == options.ManagedIdentity)
        {
            faults.Add(options.ManagedIdentity
                ? $"{Path} has both ApiKey and ManagedIdentity; remove one of them."
                : $"{Path}:ApiKey is missing. Copy it from the resource’s page, Keys and Endpoint; or set ManagedIdentity to true.");
        }

        if (options is { ChatDeployment: null, EmbeddingDeployment: null })
        {
            faults.Add($"{Path} names no deployment. Set EmbeddingDeployment, ChatDeployment or both, or remove {Path}.");
        }
    }

    private static string? TextOf(IConfigurationSection section, string name) =>
        section[name] is { Length: > 0 } text ? text : null;
}
