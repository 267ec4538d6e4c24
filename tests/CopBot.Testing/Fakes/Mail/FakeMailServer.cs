using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using CopBot.Testing.Hosting;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CopBot.Testing.Fakes.Mail;

/// <summary>A mail server on loopback that keeps what it is given.</summary>
public sealed class FakeMailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private readonly int _port = FreePort.Find();
    private Task _running = Task.CompletedTask;

    /// <summary>Addresses that it knows nobody at.</summary>
    public HashSet<string> Unknown { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many messages it turns away for now.</summary>
    public int Busy { get; set; }

    public static FakeMailServer Start()
    {
        var fake = new FakeMailServer();
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, fake._port))).Build();
        var services = new ServiceProvider();
        services.Add(new Store(fake));
        services.Add(new Filter(fake));
        fake._running = new SmtpServer.SmtpServer(options, services).StartAsync(fake._stopping.Token);
        return fake;
    }

    /// <summary>The settings by which the bot finds it.</summary>
    public Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{_port}",
        ["Mail:Security"] = "None",
        ["Mail:From"] = "bot@community.example",
    };

    /// <summary>What came for an address so far.</summary>
    public IReadOnlyList<MimeMessage> To(string address) =>
        [.. _taken.Where(message => message.To.Mailboxes.Any(box => box.Address == address))];

    /// <summary>Waits for a mail with certain words.</summary>
    public async Task<MimeMessage> SeesAsync(string address, string words)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (To(address).FirstOrDefault(mail => mail.TextBody?.Contains(words, StringComparison.Ordinal) == true) is { } mail) return mail;
            await Task.Delay(25);
        }

        throw new TimeoutException($"{address} waited for “{words}” and got: {string.Join("\n---\n", To(address).Select(mail => mail.TextBody))}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(10)).ContinueWith(_ => { }, TaskScheduler.Default);
        _stopping.Dispose();
    }

    private sealed class Store(FakeMailServer fake) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken)
        {
            if (fake.Busy-- > 0) return new SmtpResponse(SmtpReplyCode.Aborted, "try again later");
            using var stream = new MemoryStream(buffer.ToArray());
            fake._taken.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(FakeMailServer fake) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(!fake.Unknown.Contains(to.AsAddress()));
    }
}
