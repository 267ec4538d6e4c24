using System.Net;
using CopBot.Testing.Hosting;

namespace CopBot.Playground.Tests;

/// <summary>The Playground is for a browser on this very machine.</summary>
public sealed class Guard
{
    [Theory]
    [InlineData("Host", "copbot.example.org")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Origin", "https://evil.example")]
    public async Task whoever_comes_from_elsewhere_finds_nothing(string header, string value)
    {
        await using var bot = await BotHost.StartAsync();
        using var http = new HttpClient();
        foreach (var path in new[] { "playground", "playground/posts?reader=sara&place=results" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot.Address, path));
            request.Headers.Add(header, value);
            (await http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using var clock = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "playground/clock"));
        clock.Headers.Add(header, value);
        clock.Content = new StringContent("""{"now":"2030-01-01T00:00:00Z"}""", System.Text.Encoding.UTF8, "application/json");
        (await http.SendAsync(clock)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync(new Uri(bot.Address, "playground"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
