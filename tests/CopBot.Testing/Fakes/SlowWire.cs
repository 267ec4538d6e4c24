using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace CopBot.Testing.Fakes;

/// <summary>A network on which each request takes a time, of a clock that nobody has to wait for.</summary>
/// <param name="time">The clock.</param>
/// <param name="answer">How long a path takes, and what comes back; no answer if it takes forever.</param>
public sealed class SlowWire(FakeTimeProvider time, Func<string, (TimeSpan Takes, string Json)> answer) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<string> _begun = [];
    private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The paths that were asked for.</summary>
    public IReadOnlyList<string> Begun
    {
        get
        {
            lock (_gate) return [.. _begun];
        }
    }

    /// <summary>Ends when a request has begun that takes forever.</summary>
    public Task Hangs => _hangs.Task;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.RequestUri!.AbsolutePath;
        var (takes, json) = answer(path);
        lock (_gate) _begun.Add(path);
        if (takes == Timeout.InfiniteTimeSpan)
        {
            _hangs.SetResult();
            await Task.Delay(takes, cancellationToken);
        }

        time.Advance(takes);
        cancellationToken.ThrowIfCancellationRequested();
        return new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
