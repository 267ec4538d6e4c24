using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CopBot.Benchmarks.Chaos;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Benchmarks.Faults;

/// <summary>
/// The disk that holds the bot's database is filled up while people go on asking, and emptied again. What was refused
/// meanwhile is delivered again, as Slack does.
/// </summary>
/// <param name="cluster">One host, on a small file system.</param>
/// <param name="folder">A folder on it.</param>
internal sealed class FullDisk(Cluster cluster, string folder)
{
    private const int People = 20;
    private const int PerSecond = 20;
    private static readonly TimeSpan During = TimeSpan.FromSeconds(20);
    private readonly List<string> _people = [.. Enumerable.Range(1, People).Select(i => cluster.Slack.AddUser($"Member {i}").Id)];
    private long _time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() * 1_000_000;

    public async Task<FullDiskFigures> RunAsync(CancellationToken cancel)
    {
        using var sender = new SlackSender(new Uri(cluster.Address(0), "slack/main"));
        foreach (var person in _people) await SayAsync(sender, Event(person, "help"));
        await Task.Delay(5000, cancel);
        var before = Shown();
        var ballast = Fill();
        var (refused, acknowledged) = (new List<JsonObject>(), 0);
        for (var (clock, turn) = (Stopwatch.StartNew(), 0); clock.Elapsed < During; turn++)
        {
            var said = Event(_people[turn % People], "find indicators of outcomes");
            if (await SayAsync(sender, said) == HttpStatusCode.OK) acknowledged++;
            else refused.Add(said);
            await Task.Delay(1000 / PerSecond, cancel);
        }

        var shownWhileFull = Shown() - before;
        File.Delete(ballast);
        var freed = Stopwatch.StartNew();
        foreach (var said in refused)
        {
            while (await SayAsync(sender, said) != HttpStatusCode.OK) await Task.Delay(100, cancel);
        }

        var goesOn = freed.Elapsed;
        var all = acknowledged + refused.Count;
        while (Shown() - before < all && freed.Elapsed < TimeSpan.FromMinutes(3)) await Task.Delay(200, cancel);
        await Task.Delay(3000, cancel);
        var shown = Shown() - before;
        return new(all, acknowledged, refused.Count, shownWhileFull, Math.Max(0, all - shown), Math.Max(0, shown - all), Math.Round(goesOn.TotalSeconds, 1));
    }

    private int Shown() => _people.Sum(person =>
        cluster.Slack.Read(FakeSlack.DirectOf(person)).Count(message => message.User == FakeSlack.BotUser));

    /// <summary>Writes until there is no room at all.</summary>
    private string Fill()
    {
        var file = Path.Combine(folder, "ballast");
        using var ballast = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var piece in new[] { 1 << 20, 1 << 12, 1 })
        {
            try
            {
                while (true) ballast.Write(new byte[piece]);
            }
            catch (IOException)
            {
                // So much does not fit any more; less may.
            }
        }

        return file;
    }

    private JsonObject Event(string person, string words)
    {
        var micros = Interlocked.Add(ref _time, 1001);
        var ts = string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");
        return SlackEnvelopes.Event(SlackEnvelopes.Message("message", person, FakeSlack.DirectOf(person), "im", ts, words, null));
    }

    private static async Task<HttpStatusCode> SayAsync(SlackSender sender, JsonObject said)
    {
        using var answer = await sender.EventAsync(said);
        return answer.StatusCode;
    }
}

/// <summary>What came of it.</summary>
/// <param name="Messages">Asked in all.</param>
/// <param name="Acknowledged">While the disk was full.</param>
/// <param name="Refused">While it was, and delivered again after.</param>
/// <param name="ShownWhileFull">Cards that came meanwhile.</param>
/// <param name="Lost">Acknowledged, and no card.</param>
/// <param name="Doubled">Cards beyond what was asked.</param>
/// <param name="GoesOnAfterSeconds">From the room's being there to the last acknowledgement of what had been refused.</param>
internal sealed record FullDiskFigures(
    int Messages, int Acknowledged, int Refused, int ShownWhileFull, int Lost, int Doubled, double GoesOnAfterSeconds);
