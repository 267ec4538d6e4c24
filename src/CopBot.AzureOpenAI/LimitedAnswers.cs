namespace CopBot.AzureOpenAI;

/// <summary>An answer is read to its end, and one that does not end is given up.</summary>
internal sealed class LimitedAnswers : DelegatingHandler
{
    /// <summary>A hundred vectors of the longest kind, written in figures, take about so much.</summary>
    private const int MostBytes = 32 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        return answer;
    }
}
