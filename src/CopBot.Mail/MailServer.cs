using System.Collections.Concurrent;
using System.Net.Sockets;
using CopBot.Chat;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CopBot.Mail;

/// <summary>The server that takes mail: a few connections, kept open while there is something to send.</summary>
internal sealed class MailServer(MailOptions options) : IDisposable
{
    /// <summary>How long one message may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private const int AtOnce = 3;

    /// <summary>So long one message waits for another; nothing of it has left by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly ConcurrentBag<SmtpClient> _idle = [];

    public async Task<Delivery> SendAsync(MimeMessage message, CancellationToken cancel)
    {
        if (!await _turns.WaitAsync(Patience, cancel))
        {
            return new Delivery.RetryAfter(Patience, "The mail server is busy with others.") { Held = true };
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Timeout);
        SmtpClient? client = null;
        var begun = false;
        try
        {
            client = await ConnectedAsync(timeout.Token);
            begun = true;
            await client.SendAsync(message, timeout.Token);
            _idle.Add(client);
            client = null;
            return new Delivery.Sent(null);
        }
        catch (SmtpCommandException refusal) when (begun)
        {
            return OutcomeOf(refusal);
        }
        catch (Exception refusal) when (refusal is SmtpCommandException or AuthenticationException
            or ServiceNotAuthenticatedException)
        {
            // It does not let the bot in: no message’s fault.
            return new Delivery.RetryAfter(null, refusal.Message) { Held = true };
        }
        catch (Exception failure) when (IsTrouble(failure))
        {
            // Before the message was begun, nothing is in doubt.
            return begun ? new Delivery.Unknown(failure.Message) : new Delivery.RetryAfter(null, failure.Message);
        }
        finally
        {
            client?.Dispose();
            _turns.Release();
        }
    }

    /// <returns>Why it does not let the bot in; null if it does.</returns>
    public async Task<string?> GreetAsync(CancellationToken cancel)
    {
        try
        {
            using var client = await ConnectedAsync(cancel);
            await client.DisconnectAsync(quit: true, cancel);
            return null;
        }
        catch (Exception failure) when (IsTrouble(failure)
            || failure is SmtpCommandException or AuthenticationException)
        {
            return failure.Message;
        }
    }

    public void Dispose()
    {
        foreach (var client in _idle) client.Dispose();
        _turns.Dispose();
    }

    /// <summary>4xx passes, 5xx does not: <see href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1"/>.</summary>
    private static Delivery OutcomeOf(SmtpCommandException refusal) => (int)refusal.StatusCode switch
    {
        < 500 => new Delivery.RetryAfter(null, refusal.Message),
        _ when refusal.ErrorCode == SmtpErrorCode.SenderNotAccepted =>
            new Delivery.RetryAfter(null, refusal.Message) { Held = true },
        _ => new Delivery.Refused($"{(int)refusal.StatusCode} {refusal.Message}"),
    };

    private static bool IsTrouble(Exception failure) => failure is IOException or SocketException or ProtocolException
        or SslHandshakeException or OperationCanceledException or ServiceNotConnectedException
        or ServiceNotAuthenticatedException or NotSupportedException;

    private async Task<SmtpClient> ConnectedAsync(CancellationToken cancel)
    {
        while (_idle.TryTake(out var idle))
        {
            try
            {
                await idle.NoOpAsync(cancel);
                return idle;
            }
            catch (Exception closed)
            {
                // Servers hang up on those who say nothing.
                idle.Dispose();
                if (closed is OperationCanceledException) throw;
            }
        }

        var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, options.Security, cancel);
            if (options.User is not null) await client.AuthenticateAsync(options.User, options.Password ?? "", cancel);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
