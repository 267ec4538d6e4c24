using CopBot.Chat.Diagnosis;
using CopBot.Testing.Fakes.OpenAI;

namespace CopBot.AzureOpenAI.Tests;

/// <summary><c>doctor</c> says whether the deployments answer, and what they are.</summary>
public sealed class Examination
{
    [Fact]
    public async Task both_deployments_are_asked_and_named()
    {
        await using var service = await FakeAzureOpenAI.StartAsync();
        service.Write = (_, _) => """{"word":"budget"}""";
        var finding = await AzureOpenAIExamination.RunAsync(OptionsFor(service, FakeAzureOpenAI.Key), CancellationToken.None);
        finding.Verdict.ShouldBe(Verdict.Sound);
        finding.Says.ShouldBe("meaning is text-embedding-3-small, 512 dimensions; writer is gpt-4o-2024-11-20");
    }

    [Fact]
    public async Task a_wrong_key_is_faulty_and_says_where_to_look()
    {
        await using var service = await FakeAzureOpenAI.StartAsync();
        var finding = await AzureOpenAIExamination.RunAsync(OptionsFor(service, "another"), CancellationToken.None);
        finding.Verdict.ShouldBe(Verdict.Faulty);
        finding.Says.ShouldContain("401");
        finding.Mend.ShouldNotBeNull().ShouldContain("ApiKey");
    }

    private static AzureOpenAIOptions OptionsFor(FakeAzureOpenAI service, string key) => new()
    {
        Endpoint = service.Address.ToString(), ApiKey = key, EmbeddingDeployment = "meaning", ChatDeployment = "writer",
    };
}
