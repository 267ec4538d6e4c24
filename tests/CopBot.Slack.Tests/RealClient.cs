using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Node;

namespace CopBot.Slack.Tests;

/// <summary>Slack's own client takes the fake for Slack.</summary>
public sealed class RealClient
{
    [Fact]
    public async Task slacks_own_client_works_with_the_fake()
    {
        await using var slack = await FakeSlack.StartAsync();
        var user = slack.AddUser("Sara Batbayar");
        var posts = 0;
        slack.Troubles.Choose = (method, _) =>
            method == "chat.postMessage" && Interlocked.Increment(ref posts) == 3 ? TroubleKind.TooMany : null;
        var (exit, output) = await NodeProcess.RunAsync(
            "web-api-proof.mjs", [$"{slack.Address}api/", FakeSlack.BotToken, "C0RESULTS", user.Id]);
        output.ShouldContain("PASS");
        exit.ShouldBe(0);
        slack.Calls.Count(call => call == "chat.postMessage").ShouldBe(4);
    }
}
