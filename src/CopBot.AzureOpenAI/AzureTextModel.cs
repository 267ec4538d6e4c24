using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Azure.AI.OpenAI;
using Azure.Identity;
using CopBot.Pipeline.Assisting;
using Microsoft.Extensions.AI;

namespace CopBot.AzureOpenAI;

/// <summary>The port to language models, over Azure OpenAI.</summary>
internal sealed class AzureTextModel : ITextModel
{
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embeddings;
    private readonly IChatClient? _chat;
    private readonly Patience _patience;

    public AzureTextModel(AzureOpenAIOptions options, HttpClient http, Patience patience)
    {
        var client = ClientOf(options, http);
        (_patience, DailyTokenBudget) = (patience, options.DailyTokenBudget);
        _embeddings = options.EmbeddingDeployment is { } embedding
            ? client.GetEmbeddingClient(embedding).AsIEmbeddingGenerator()
            : null;
        _chat = options.ChatDeployment is { } chat ? client.GetChatClient(chat).AsIChatClient() : null;
    }

    public bool Embeds => _embeddings is not null;

    public bool Writes => _chat is not null;

    public int DailyTokenBudget { get; }

    public Task<Embedded> EmbedAsync(IReadOnlyList<string> texts, Urgency urgency, CancellationToken cancel) =>
        _patience.WithAsync(urgency, async token =>
        {
            var answer = await _embeddings!.GenerateAsync(texts, cancellationToken: token);
            return new Embedded(
                answer.FirstOrDefault()?.ModelId ?? "unnamed",
                Vectors.Checked(answer, texts.Count),
                TokensOf(answer.Usage, TokenBudget.Estimate(texts)));
        }, cancel);

    public Task<Written> WriteAsync(WritingOrder order, CancellationToken cancel) =>
        _patience.WithAsync(Urgency.Background, async token =>
        {
            // What people wrote goes as data in a message of its own, never into the instruction.
            var answer = await _chat!.GetResponseAsync(
                [new(ChatRole.System, order.Instruction), new(ChatRole.User, order.Data.GetRawText())],
                new ChatOptions
                {
                    ResponseFormat = ChatResponseFormat.ForJsonSchema(order.Schema, "answer"),
                    MaxOutputTokens = order.MostTokens,
                },
                token);
            var estimate = TokenBudget.Estimate([order.Instruction, order.Data.GetRawText(), answer.Text]);
            return new Written(answer.ModelId ?? "unnamed", Parsed(answer.Text), TokensOf(answer.Usage, estimate));
        }, cancel);

    private static AzureOpenAIClient ClientOf(AzureOpenAIOptions options, HttpClient http)
    {
        // Patience is kept in one place, by Patience.
        var settings = new AzureOpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        return options.ManagedIdentity
            ? new(
                options.Address,
                new ManagedIdentityCredential(options.ManagedIdentityClientId is { } id
                    ? ManagedIdentityId.FromUserAssignedClientId(id)
                    : ManagedIdentityId.SystemAssigned),
                settings)
            : new(options.Address, new ApiKeyCredential(options.ApiKey), settings);
    }

    private static int TokensOf(UsageDetails? usage, int estimate) =>
        usage?.TotalTokenCount is > 0 and < int.MaxValue and var tokens ? (int)tokens : estimate;

    private static JsonElement Parsed(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException failure)
        {
            throw new TextModelException("The model did not write JSON.", failure);
        }
    }
}
