using MailKit.Security;

namespace CopBot.Mail;

/// <summary>The server that takes mail, and how it knows the bot.</summary>
internal sealed class MailOptions
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Null where the server asks for no name.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address that the bot's mail comes from.</summary>
    public required string From { get; init; }

    /// <summary>The name beside it.</summary>
    public required string Name { get; init; }

    public required SecureSocketOptions Security { get; init; }

    /// <summary>False if the server is on this very machine: a test.</summary>
    public bool IsReal => Host is not ("localhost" or "127.0.0.1" or "::1");
}
