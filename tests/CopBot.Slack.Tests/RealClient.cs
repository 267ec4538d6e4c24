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
        var running = NodeProcess.RunAsync(
            "web-api-proof.mjs", [$"{slack.Address}api/", FakeSlack.BotToken, "C0RESULTS", user.Id]);
        while (!running.IsCompleted && !slack.Calls.Contains("conversations.open")) await Task.Delay(5);
        slack.Troubles.Next("chat.postMessage", TroubleKind.TooMany);
        var (exit, output) = await running;
        output.ShouldContain("PASS");
        exit.ShouldBe(0);
        slack.Calls.Count(call => call == "chat.postMessage").ShouldBe(4);
    }
}
