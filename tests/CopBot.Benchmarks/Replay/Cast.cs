using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Replay;

/// <summary>The people, on the platforms where they act; one address makes both accounts one person.</summary>
internal sealed class Cast(FakeSlack slack, FakeTeams teams)
{
    public const string Domain = "people.example";

    private readonly Dictionary<string, FakeSlackUser> _slack = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeTeamsUser> _teams = new(StringComparer.Ordinal);

    public FakeSlackUser InSlack(string person)
    {
        if (!_slack.TryGetValue(person, out var user))
        {
            _slack[person] = user = slack.AddUser($"Member {person}", AddressOf(person));
        }

        return user;
    }

    public FakeTeamsUser InTeams(string person)
    {
        if (!_teams.TryGetValue(person, out var user))
        {
            _teams[person] = user = teams.AddUser($"Member {person}", AddressOf(person));
        }

        return user;
    }

    private static string AddressOf(string person) => $"{person}@{Domain}";
}
