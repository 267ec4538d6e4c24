using System.Text.Json;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Pipeline.Assisting;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.AzureOpenAI;

/// <summary>Asks each deployment for one word.</summary>
internal static class AzureOpenAIExamination
{
    private const string About = "Azure OpenAI";

    public static async Task<Finding> RunAsync(AzureOpenAIOptions options, CancellationToken cancel)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddSingleton(new SecurityClock(TimeProvider.System)).AddAzureOpenAI(options).BuildServiceProvider();
        var model = services.GetRequiredService<ITextModel>();
        try
        {
            var works = new List<string>();
            if (model.Embeds)
            {
                var embedded = await model.EmbedAsync(["budget"], Urgency.Background, cancel);
                works.Add($"{options.EmbeddingDeployment} is {embedded.Model}, {embedded.Vectors[0].Length} dimensions");
            }

            if (model.Writes)
            {
                var schema = JsonElement.Parse(Schema);
                var written = await model.WriteAsync(new("Write the word.", JsonElement.Parse("\"budget\""), schema, 50), cancel);
                works.Add($"{options.ChatDeployment} is {written.Model}");
            }

            return Finding.Sound(About, string.Join("; ", works));
        }
        catch (TextModelException failure)
        {
            return new(Verdict.Faulty, About, failure.Message, "Look at AzureOpenAI in the settings: Endpoint, ApiKey and the names of the deployments.");
        }
    }

    private const string Schema =
        """{"type":"object","properties":{"word":{"type":"string"}},"required":["word"],"additionalProperties":false}""";
}
