namespace CopBot.Chat;

/// <summary>What the failure of a request over HTTP says about it.</summary>
public static class RequestFailure
{
    /// <summary>
    /// True if the request never left, for there was no connection: nothing is in doubt then. A connection that was
    /// not made in time is told by its inner exception, which a client without a time-out of its own has for nothing
    /// else: https://learn.microsoft.com/dotnet/api/system.net.http.socketshttphandler.connecttimeout.
    /// </summary>
    public static bool NeverLeft(Exception failure) => failure
        is OperationCanceledException { InnerException: TimeoutException }
        or HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
}
