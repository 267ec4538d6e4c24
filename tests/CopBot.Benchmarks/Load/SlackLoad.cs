using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Benchmarks.Load;

/// <summary>
/// Slack events as a busy channel makes them: each fifth asks the bot, each third is a reply in a thread, the rest is
/// talk among people. Each has ids of its own; they are made and signed before they are needed, for the generator
/// shares the machine with what it measures.
/// </summary>
/// <param name="channel">Where it is said.</param>
/// <param name="people">Who says it.</param>
/// <param name="allConcern">True if there is no talk among people: each event is a reply or asks the bot.</param>
internal sealed class SlackLoad(string channel, IReadOnlyList<FakeSlackUser> people, bool allConcern) : IRequestSource
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(FakeSlack.Secret);

    private static readonly string[] Words =
    [
        "ceilings", "payroll", "arrears", "tenders", "indicators", "pensions", "transfers", "audits", "ledgers",
        "forecasts", "grants", "subsidies", "reserves", "tariffs", "pledges", "vouchers", "quotas", "deficits",
    ];

    private readonly long _start = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
    private readonly ConcurrentBag<int> _durable = [];
    private byte[][] _ready = [];
    private int _next = -1;

    /// <summary>The messages' ids that were answered with 200 and that the bot has to have on disk.</summary>
    public IEnumerable<string> Durable => _durable.Where(Concerns).Select(Ts);

    /// <summary>Makes so many requests ahead.</summary>
    public void Prepare(int more)
    {
        var first = _ready.Length;
        Array.Resize(ref _ready, first + more);
        Parallel.For(first, _ready.Length, id => _ready[id] = Make(id));
    }

    public (byte[] Request, int Id) Next()
    {
        var id = Interlocked.Increment(ref _next);
        return (id < _ready.Length ? _ready[id] : Make(id), id);
    }

    public void Acknowledged(int id) => _durable.Add(id);

    private bool Concerns(int id) => allConcern || id % 5 == 0 || id % 3 == 0;

    private byte[] Make(int id)
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

    private string Ts(int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{_start + (id / 1_000_000)}.{id % 1_000_000:D6}");

    private string Body(int id)
    {
        var (mention, ts) = (id % 5 == 0, Ts(id));
        var user = people[id % people.Count].Id;
        var text = mention
            ? $"<@{FakeSlack.BotUser}> How do you plan {Word(id / 5)} and {Word(id / 90)} before {Word(id / 1620)} {id}?"
            : $"I wrote up how we cut the time for {Word(id)} in half, and {Word(id / 18)} too: feedback welcome {id}";
        var thread = mention || !Concerns(id) ? "" : ",\"thread_ts\":\"1700000000.000100\",\"parent_user_id\":\"U061F7AUS\"";
        var kind = mention ? "\"app_mention\"" : "\"message\",\"channel_type\":\"channel\"";
        return $$"""
            {"token":"XXYYZZ","team_id":"{{FakeSlack.Team}}","context_team_id":"{{FakeSlack.Team}}","context_enterprise_id":null,"api_app_id":"{{FakeSlack.App}}","event":{"user":"{{user}}","type":{{kind}},"ts":"{{ts}}","client_msg_id":"2b3d1a1e-0000-4000-8000-{{id:D12}}","text":"{{text}}","team":"{{FakeSlack.Team}}","blocks":[{"type":"rich_text","block_id":"b{{id}}","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"{{text}}"}]}]}]{{thread}},"channel":"{{channel}}","event_ts":"{{ts}}"},"type":"event_callback","event_id":"Ev{{_start}}{{id:D7}}","event_time":{{_start}},"authorizations":[{"enterprise_id":null,"team_id":"{{FakeSlack.Team}}","user_id":"{{FakeSlack.BotUser}}","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-eyJldCI6Im1lc3NhZ2UifQ"}
            """;
    }

    private static string Word(int id) => Words[id % Words.Length];

    private static string Sign(string timestamp, byte[] body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Secret);
        hmac.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
