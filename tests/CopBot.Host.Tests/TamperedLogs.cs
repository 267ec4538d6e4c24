using System.Security.Cryptography;
using System.Text;
using CopBot.Domain;
using CopBot.Features.Participation;
using CopBot.Pipeline;

namespace CopBot.Host.Tests;

/// <summary>An exported log is checked against a head that was noted when it was written.</summary>
public sealed class TamperedLogs
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public async Task what_was_not_touched_holds()
    {
        for (var entries = 0; entries < 40; entries++)
        {
            var log = new WrittenLog(new Random(entries), entries);

            (await VerifyAsync(log.Bytes(), log.Head, Key)).ShouldBeNull();
            (await VerifyAsync(log.Bytes(), expectedHead: null, key: null)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("change")]
    [InlineData("deletion")]
    [InlineData("insertion")]
    [InlineData("swap")]
    [InlineData("cut tail")]
    [InlineData("full rewrite")]
    [InlineData("removed attributes")]
    public async Task of_a_thousand_logs_tampered_with_all_are_found(string how)
    {
        for (var round = 0; round < 170; round++)
        {
            var random = new Random(round);
            var log = new WrittenLog(random, random.Next(3, 60));
            var before = log.Bytes();
            var after = Tampered(log, how, random);
            if (after.AsSpan().SequenceEqual(before)) continue;

            (await VerifyAsync(after, log.Head, key: null)).ShouldNotBeNull($"{how}, round {round}");
            (await VerifyAsync(after, log.Head, Key)).ShouldNotBeNull($"{how}, round {round}, by key");
        }
    }

    [Fact]
    public async Task a_log_that_another_community_wrote_is_found_by_the_key()
    {
        var log = new WrittenLog(new Random(5), 10);

        (await VerifyAsync(log.Bytes(), log.Head, RandomNumberGenerator.GetBytes(32)))!.ShouldContain("keyed hash");
    }

    [Fact]
    public async Task a_log_that_grew_since_the_head_was_noted_holds()
    {
        var log = new WrittenLog(new Random(6), 10);
        var head = log.Head;
        log.Append();

        (await VerifyAsync(log.Bytes(), head, Key)).ShouldBeNull();
    }

    [Fact]
    public async Task who_was_erased_leaves_entries_that_hold()
    {
        var log = new WrittenLog(new Random(7), 20);
        log.EraseActorOf(4);

        (await VerifyAsync(log.Bytes(), log.Head, Key)).ShouldBeNull();
    }

    private static async Task<string?> VerifyAsync(byte[] file, string? expectedHead, byte[]? key) =>
        (await LogFile.VerifyAsync(new MemoryStream(file), expectedHead, key, CancellationToken.None)).Fault;

    private static byte[] Tampered(WrittenLog log, string how, Random random)
    {
        var bytes = log.Bytes();
        var lines = Encoding.UTF8.GetString(bytes).Split('\n')[..^1].ToList();
        var (one, other) = (random.Next(lines.Count - 1), random.Next(lines.Count - 1));
        switch (how)
        {
            case "change":
                // The keyed hash is found wrong by the key only; everything else without it, too.
                bytes[random.Next(bytes.Length - 67)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case "deletion":
                lines.RemoveAt(one);
                break;
            case "insertion":
                lines.Insert(one, lines[other]);
                break;
            case "swap":
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            case "cut tail":
                return random.Next(2) == 0 ? bytes[..^random.Next(1, bytes.Length)] : log.Cut(random.Next(1, log.Count)).Bytes();
            case "full rewrite":
                return log.Rewritten(one).Bytes();
            default:
                return log.WithoutAttributesOf(one).Bytes();
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    /// <summary>A log as it would be exported, written by the same code.</summary>
    private sealed class WrittenLog
    {
        private readonly Random _random;
        private readonly Guid _community = Guid.NewGuid();
        private readonly List<ParticipationEvent> _entries;
        private readonly byte[] _key = Key;

        public WrittenLog(Random random, int entries)
        {
            (_random, _entries) = (random, []);
            for (var number = 0; number < entries; number++) Append();
        }

        private WrittenLog(WrittenLog other, IEnumerable<ParticipationEvent> entries, byte[] key) =>
            (_random, _community, _entries, _key) = (other._random, other._community, [.. entries], key);

        public int Count => _entries.Count;

        public string Head => Convert.ToHexStringLower(_entries.Count == 0 ? new byte[32] : _entries[^1].Hash!);

        public void Append(string type = "answer.posted", string? pseudonym = null)
        {
            var core = new SortedDictionary<string, string?>(StringComparer.Ordinal)
            {
                ["event_id"] = $"{Guid.NewGuid():D}", ["type"] = type, ["community_id"] = $"{_community:N}",
                ["actor"] = pseudonym is null ? $"p{_random.Next(5)}" : null, ["pseudonym"] = pseudonym,
                ["subject"] = $"é {_random.Next()}",
            };
            var attributes = CanonicalJson.Of(new(StringComparer.Ordinal) { ["actor_org"] = $"Ministère {_random.Next(9)}" });
            Chain(CanonicalJson.Of(core), RandomNumberGenerator.GetBytes(16), attributes, core["actor"]);
        }

        public void EraseActorOf(int place)
        {
            var actor = _entries[place].Actor!;
            foreach (var entry in _entries.Where(entry => entry.Actor == actor)) (entry.Salt, entry.Attributes) = (null, null);
            Append("member.erased", actor);
        }

        public byte[] Bytes()
        {
            var text = string.Concat(_entries.Select(entry => LogExport.Line(entry) + "\n"));
            var mac = Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
            return Encoding.UTF8.GetBytes($$"""{{text}}{"count":{{Count}},"head":"{{Head}}","hmac_sha256":"{{mac}}"}""" + "\n");
        }

        /// <summary>Who cuts or rewrites knows the form and all hashes, but not the key.</summary>
        public WrittenLog Cut(int entries) => new(this, _entries.SkipLast(entries), RandomNumberGenerator.GetBytes(32));

        public WrittenLog WithoutAttributesOf(int place)
        {
            var entry = _entries[place];
            return new(this, _entries.Select((one, at) => at == place ? Copy(entry, entry.Core, null, null, entry.Hash!) : one), RandomNumberGenerator.GetBytes(32));
        }

        public WrittenLog Rewritten(int from)
        {
            var log = new WrittenLog(this, _entries.Take(from), RandomNumberGenerator.GetBytes(32));
            foreach (var entry in _entries.Skip(from))
            {
                var core = log.Count == from ? entry.Core.Replace("é", "è", StringComparison.Ordinal) : entry.Core;
                log.Chain(core, entry.Salt!, entry.Attributes!, entry.Actor);
            }

            return log;
        }

        private void Chain(string core, byte[] salt, string attributes, string? actor)
        {
            var hash = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(attributes)]);
            var previous = _entries.Count == 0 ? new byte[32] : _entries[^1].Hash!;
            var entry = new ParticipationEvent
            {
                Id = Guid.NewGuid(), CommunityId = _community, Type = "", OccurredAt = default, Actor = actor, Core = core,
                Sequence = _entries.Count + 1, Salt = salt, Attributes = attributes, AttributesHash = hash,
                Hash = Sealer.Chain(previous, core, hash),
            };
            _entries.Add(entry);
        }

        private static ParticipationEvent Copy(ParticipationEvent entry, string core, byte[]? salt, string? attributes, byte[] hash) => new()
        {
            Id = entry.Id, CommunityId = entry.CommunityId, Type = entry.Type, OccurredAt = entry.OccurredAt, Actor = entry.Actor,
            Core = core, Sequence = entry.Sequence, Salt = salt, Attributes = attributes, AttributesHash = entry.AttributesHash, Hash = hash,
        };
    }
}
