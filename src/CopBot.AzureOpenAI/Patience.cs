using System.ClientModel;
using CopBot.Chat;
using CopBot.Pipeline.Assisting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CopBot.AzureOpenAI;

/// <summary>
/// How long the service is waited for; and that it is not asked for a while once it failed several times. Whether
/// somebody waits or nobody does is kept apart: what is too slow for the one may do for the other.
/// </summary>
internal sealed class Patience
{
    private static readonly TimeSpan WhileSomebodyWaits = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan InBackground = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    private readonly ILogger<Patience> _logger;
    private readonly ResiliencePipeline _waiting;
    private readonly ResiliencePipeline _background;

    public Patience(SecurityClock clock, ILogger<Patience> logger)
    {
        _logger = logger;
        _waiting = PipelineOf(WhileSomebodyWaits, clock.Time);
        _background = PipelineOf(InBackground, clock.Time);
    }

    /// <exception cref="TextModelException">It failed or took too long, or is not asked now.</exception>
    public async Task<T> WithAsync<T>(Urgency urgency, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            var pipeline = urgency == Urgency.SomebodyWaits ? _waiting : _background;
            return await pipeline.ExecuteAsync(async token => await work(token), cancel);
        }
        catch (BrokenCircuitException failure)
        {
            throw new TextModelException("It failed several times and is not asked for half a minute.", failure);
        }
        catch (TimeoutRejectedException failure)
        {
            throw new TextModelException("It took too long.", failure);
        }
#pragma warning disable CA1031 // Whatever somebody else's service or its client makes of it, it failed.
        catch (Exception failure) when (failure is not TextModelException && !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new TextModelException($"It failed: {failure.Message}", failure) { Refused = IsRefusal(failure) };
        }
    }

    /// <summary>Of what it was given, not of its own.</summary>
    private static bool IsRefusal(Exception failure) => failure is ClientResultException { Status: 400 or 413 or 422 };

    private ResiliencePipeline PipelineOf(TimeSpan limit, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new()
            {
                FailureRatio = 0.5,
                MinimumThroughput = 3,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = Break,
                ShouldHandle = static failed => ValueTask.FromResult(
                    failed.Outcome.Exception is not (null or OperationCanceledException)
                    && !IsRefusal(failed.Outcome.Exception)),
                OnOpened = _ =>
                {
                    _logger.NotAsked(Break.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
                OnClosed = _ =>
                {
                    _logger.AskedAgain();
                    return ValueTask.CompletedTask;
                },
            })
            .AddTimeout(limit)
            .Build();
}
