using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CopBot.Domain;
using CopBot.Features.Participation;
using CopBot.Pipeline;

namespace CopBot.Benchmarks.Evaluating;

/// <summary>How many entries of an exported log are verified a second.</summary>
internal static class LogSpeed
{
    public static async Task<double> MeasureAsync(DirectoryInfo folder, int events, CancellationToken cancel)
    {
        var path = Path.Combine(folder.FullName, "log.jsonl");
        var head = await WriteAsync(path, events, new byte[32], cancel);
        var speeds = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            await using var file = File.OpenRead(path);
            var watch = Stopwatch.StartNew();
            var verdict = await LogFile.VerifyAsync(file, head, key: null, cancel);
            speeds.Add(verdict.Count / watch.Elapsed.TotalSeconds);
            if (verdict.Fault is not null) throw new InvalidOperationException(verdict.Fault);
            Console.WriteLine($"verified {verdict.Count} entries, {speeds[^1]:F0} a second");
        }

        return Math.Round(speeds.Order().ElementAt(speeds.Count / 2));
    }

    private static async Task<string> WriteAsync(string path, int events, byte[] previous, CancellationToken cancel)
    {
        var community = Guid.NewGuid();
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        var begun = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var number = 1; number <= events; number++)
        {
            var (id, at) = (Guid.NewGuid(), begun.AddSeconds(number * 150));
            var core = CanonicalJson.Of(new(StringComparer.Ordinal)
            {
                ["event_id"] = $"{id:D}", ["schema_version"] = "1", ["type"] = "answer.posted", ["occurred_at"] = CanonicalJson.Time(at),
                ["recorded_at"] = CanonicalJson.Time(at), ["community_id"] = $"{community:N}", ["connection"] = "slack/main",
                ["source"] = "live", ["actor"] = $"{number % 100_000:x32}", ["actor_role"] = "member", ["consent_scope"] = "operate",
                ["question_id"] = $"{Guid.NewGuid():N}", ["answer_id"] = $"{Guid.NewGuid():N}",
            });
            var attributes = CanonicalJson.Of(new(StringComparer.Ordinal) { ["actor_country"] = "GHA", ["actor_org"] = "Ministry", ["language"] = "en" });
            var salt = RandomNumberGenerator.GetBytes(16);
            var hash = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(attributes)]);
            previous = Sealer.Chain(previous, core, hash);
            await file.WriteLineAsync(LogExport.Line(new ParticipationEvent
            {
                Id = id, CommunityId = community, Type = "answer.posted", OccurredAt = at, Sequence = number, Core = core, Salt = salt,
                Attributes = attributes, AttributesHash = hash, Hash = previous,
            }).AsMemory(), cancel);
        }

        var head = Convert.ToHexStringLower(previous);
        await file.WriteLineAsync($$"""{"count":{{events}},"head":"{{head}}","hmac_sha256":"{{new string('0', 64)}}"}""");
        return head;
    }
}
