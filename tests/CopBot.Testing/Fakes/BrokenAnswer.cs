using Microsoft.AspNetCore.Http;

namespace CopBot.Testing.Fakes;

/// <summary>An answer that does not come, or not whole.</summary>
internal sealed class BrokenAnswer(TroubleKind kind) : IResult
{
    /// <summary>Longer than any client waits.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(60);

    /// <returns>Null for troubles that are whole answers.</returns>
    public static IResult? Of(TroubleKind kind) => kind switch
    {
        TroubleKind.DoneButBadGateway or TroubleKind.BadGateway => Results.StatusCode(StatusCodes.Status502BadGateway),
        TroubleKind.ServerError => Results.StatusCode(StatusCodes.Status500InternalServerError),
        TroubleKind.Unavailable => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        TroubleKind.Silence or TroubleKind.DoneButSilence or TroubleKind.Reset or TroubleKind.DoneButReset
            or TroubleKind.DoneButHalfClosed => new BrokenAnswer(kind),
        _ => null,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        switch (kind)
        {
            case TroubleKind.Silence or TroubleKind.DoneButSilence:
                try
                {
                    await Task.Delay(Forever, httpContext.RequestAborted);
                }
                catch (OperationCanceledException)
                {
                    // The client did not wait.
                }

                break;
            case TroubleKind.DoneButHalfClosed:
                httpContext.Response.ContentType = "application/json";
                httpContext.Response.ContentLength = 100;
                await httpContext.Response.WriteAsync("{\"ok\":tr");
                await httpContext.Response.Body.FlushAsync();
                break;
        }

        httpContext.Abort();
    }
}
