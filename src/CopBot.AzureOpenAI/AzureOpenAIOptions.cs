namespace CopBot.AzureOpenAI;

/// <summary>The settings <c>AzureOpenAI:*</c>.</summary>
internal sealed class AzureOpenAIOptions
{
    /// <summary>The resource’s address: <c>https://….openai.azure.com</c>.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>One of the resource’s two keys; empty where the machine’s identity is used.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether the identity that Azure gives this machine is used instead of a key.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>The client id of a user-assigned identity; null for the machine’s own.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>The deployment of a model that writes; null if there is none.</summary>
    public string? ChatDeployment { get; set; }

    /// <summary>The deployment of a model that says what texts mean; null if there is none.</summary>
    public string? EmbeddingDeployment { get; set; }

    /// <summary>So many tokens each community may use within a day (UTC).</summary>
    public int DailyTokenBudget { get; set; } = 2_000_000;

    public Uri Address => new(Endpoint);
}
