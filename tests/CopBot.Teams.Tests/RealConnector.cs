using System.Text.Json;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;
using CopBot.Testing.Node;

namespace CopBot.Teams.Tests;

/// <summary>The bot decides about tokens as Microsoft's own library for bots does.</summary>
public sealed class RealConnector
{
    [Fact]
    public async Task both_decide_alike_but_where_ours_is_stricter()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await BotHost.StartAsync(teams.Settings());
        teams.Bot = new Uri(bot.Address, "api/messages/main");
        var user = teams.AddUser("Kofi Mensah");
        using var sender = new TeamsSender(teams);
        var ours = new List<string>();
        List<string> input = [];
        foreach (var fault in Enum.GetValues<TokenFault>())
        {
            var token = FakeTeamsKeys.Token(teams.ServiceUrl, fault);
            input.Add(
                JsonSerializer.Serialize(new { name = fault.ToString(), token, serviceUrl = teams.ServiceUrl }));
            var activity = TeamsEnvelopes.Activity(teams, user, "typing", FakeTeams.DirectOf(user.Id), "1", at: null);
            var answer = await sender.SendAsync(activity.ToJsonString(), token);
            ours.Add($"{fault} {(answer.IsSuccessStatusCode ? "accepted" : "refused")}");
        }

        var (_, output) = await NodeProcess.RunAsync(
            "connector-proof.mjs", [$"{teams.Address}v1/.well-known/openidconfiguration", FakeTeams.AppId], input);
        var theirs = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        ours.ShouldContain("None accepted");
        ours.Count(decision => decision.EndsWith("accepted", StringComparison.Ordinal)).ShouldBe(1);

        // Their library passes over a key without any endorsement; the protocol's page says that such a key is refused.
        theirs.Except(ours, StringComparer.Ordinal).ShouldBe(["Unendorsed accepted"]);
        ours.Except(theirs, StringComparer.Ordinal).ShouldBe(["Unendorsed refused"]);
    }
}
