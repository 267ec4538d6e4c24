using Microsoft.Extensions.Configuration;

namespace CopBot.AzureOpenAI.Tests;

/// <summary>Every fault says what, where and how to mend it.</summary>
public sealed class SettingsTests
{
    private static readonly (string, string)[] Right =
    [
        ("Endpoint", "https://budget.openai.azure.com"), ("ApiKey", "k"), ("EmbeddingDeployment", "meaning"),
    ];

    [Fact]
    public void without_the_section_there_is_none() => Read().Options.ShouldBeNull();

    [Fact]
    public void an_endpoint_a_key_and_a_deployment_are_enough()
    {
        var (options, faults) = Read(Right);
        faults.ShouldBeEmpty();
        options!.DailyTokenBudget.ShouldBe(2_000_000);
    }

    [Theory]
    [InlineData("Endpoint", "http://budget.openai.azure.com", "AzureOpenAI:Endpoint")]
    [InlineData("Endpoint", "budget", "AzureOpenAI:Endpoint")]
    [InlineData("ApiKey", "", "AzureOpenAI:ApiKey is missing")]
    [InlineData("ManagedIdentity", "true", "both ApiKey and ManagedIdentity")]
    [InlineData("ManagedIdentity", "perhaps", "Use true or false")]
    [InlineData("EmbeddingDeployment", "", "names no deployment")]
    [InlineData("DailyTokenBudget", "none", "Use a number of tokens above 0")]
    public void a_wrong_setting_is_named(string name, string value, string fault)
    {
        var (_, faults) = Read([.. Right.Where(pair => pair.Item1 != name), (name, value)]);
        faults.ShouldHaveSingleItem().ShouldContain(fault);
    }

    private static (AzureOpenAIOptions? Options, List<string> Faults) Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create<string, string?>($"AzureOpenAI:{pair.Name}", pair.Value))).Build();
        var faults = new List<string>();
        return (AzureOpenAISettings.Read(configuration, faults), faults);
    }
}
