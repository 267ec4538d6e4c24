using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Benchmarks.Load;

/// <summary>Signed Slack events.</summary>
/// <param name="channel">Where it is said.</param>
/// <param name="people">Who says it, by their ids.</param>
/// <param name="allConcern">As <see cref="PreparedLoad"/> has it.</param>
internal sealed class SlackLoad(string channel, IReadOnlyList<string> people, bool allConcern)
    : PreparedLoad("slack/main", allConcern)
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(FakeSlack.Secret);

    protected override byte[] Make(int id)
    {
        var body = Encoding.UTF8.GetBytes(Body(id));
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var head = Encoding.ASCII.GetBytes(
            "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n"
            + $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: {Sign(timestamp, body)}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n");
        return [.. head, .. body];
    }

    protected override string KeyOf(int id) => $"message:{channel}:{Ts(id)}";

    private static string Ts(int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Start + (id / 1_000_000)}.{id % 1_000_000:D6}");

    private string Body(int id)
    {
        var (user, ts) = (people[id % people.Count], Ts(id));
        var text = Asks(id) ? $"<@{FakeSlack.BotUser}> {TextOf(id)}" : TextOf(id);
        var thread = Asks(id) || !Concerns(id) ? "" : ",\"thread_ts\":\"1700000000.000100\",\"parent_user_id\":\"U061F7AUS\"";
        var kind = Asks(id) ? "\"app_mention\"" : "\"message\",\"channel_type\":\"channel\"";
        return $$"""
            {"token":"XXYYZZ","team_id":"{{FakeSlack.Team}}","context_team_id":"{{FakeSlack.Team}}","context_enterprise_id":null,"api_app_id":"{{FakeSlack.App}}","event":{"user":"{{user}}","type":{{kind}},"ts":"{{ts}}","client_msg_id":"2b3d1a1e-0000-4000-8000-{{id:D12}}","text":"{{text}}","team":"{{FakeSlack.Team}}","blocks":[{"type":"rich_text","block_id":"b{{id}}","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"{{text}}"}]}]}]{{thread}},"channel":"{{channel}}","event_ts":"{{ts}}"},"type":"event_callback","event_id":"Ev{{Start}}{{id:D7}}","event_time":{{Start}},"authorizations":[{"enterprise_id":null,"team_id":"{{FakeSlack.Team}}","user_id":"{{FakeSlack.BotUser}}","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-eyJldCI6Im1lc3NhZ2UifQ"}
            """;
    }

    private static string Sign(string timestamp, byte[] body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Secret);
        hmac.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
