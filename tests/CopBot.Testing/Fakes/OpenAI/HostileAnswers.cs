using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace CopBot.Testing.Fakes.OpenAI;

/// <summary>Gives them.</summary>
internal static class HostileAnswers
{
    /// <summary>Whether the answer was given by this.</summary>
    public static async Task<bool> GivenAsync(HostileAnswer hostile, HttpContext http)
    {
        var (response, gone) = (http.Response, http.RequestAborted);
        switch (hostile)
        {
            case HostileAnswer.ServerError:
                response.StatusCode = 500;
                await response.WriteAsync("{\"error\":{\"code\":\"500\",\"message\":\"The server had an error.\"}}", gone);
                return true;
            case HostileAnswer.TooMany:
                response.StatusCode = 429;
                response.Headers.RetryAfter = "3600";
                await response.WriteAsync("{\"error\":{\"code\":\"429\",\"message\":\"Rate limit is exceeded.\"}}", gone);
                return true;
            case HostileAnswer.WrongKey:
                response.StatusCode = 401;
                return true;
            case HostileAnswer.Slow:
                await Task.Delay(TimeSpan.FromSeconds(5), gone);
                return false;
            case HostileAnswer.Silent:
                await Task.Delay(Timeout.InfiniteTimeSpan, gone);
                return true;
            case HostileAnswer.Reset:
                http.Abort();
                return true;
            case HostileAnswer.Page:
                response.ContentType = "text/html";
                await response.WriteAsync("<html><body>Sign in to the network</body></html>", gone);
                return true;
            case HostileAnswer.Half:
                response.ContentType = "application/json";
                await response.WriteAsync("{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"ind", gone);
                return true;
            case HostileAnswer.Endless:
                response.ContentType = "application/json";
                while (!gone.IsCancellationRequested) await response.WriteAsync(new string(' ', 1 << 16), gone);
                return true;
            case HostileAnswer.Redirect:
                response.StatusCode = 307;
                response.Headers.Location = "/elsewhere";
                return true;
            default:
                return false;
        }
    }

    public static IReadOnlyList<float[]> Spoilt(HostileAnswer hostile, IReadOnlyList<float[]> vectors) => hostile switch
    {
        HostileAnswer.TooFew => [.. vectors.Skip(1)],
        HostileAnswer.Uneven => [vectors[0][..5], .. vectors.Skip(1), new float[7]],
        HostileAnswer.Zero => [.. vectors.Select(vector => new float[vector.Length])],
        HostileAnswer.NotANumber => [.. vectors.Select(vector => Array.ConvertAll(vector, _ => float.NaN))],
        HostileAnswer.AllAlike => [.. vectors.Select(vector => Array.ConvertAll(vector, _ => 1f))],
        HostileAnswer.Random => [.. vectors.Select(vector => Array.ConvertAll(
            vector, _ => (RandomNumberGenerator.GetInt32(2001) - 1000) / 1000f))],
        _ => vectors,
    };
}
