using System.Globalization;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace CopBot.Mail;

/// <summary>Reads and checks <c>Mail</c>.</summary>
internal static class MailSettings
{
    private const string Path = "Mail";
    private const int Submission = 587;
    private const int Implicit = 465;

    /// <summary>Null if it is not configured; whatever is wrong with it is added to the faults.</summary>
    public static MailOptions? Read(IConfiguration configuration, ICollection<string> faults)
    {
        var section = configuration.GetSection(Path);
        if (!section.GetChildren().Any()) return null;
        var (host, from) = (section["Host"] ?? "", section["From"] ?? "");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            faults.Add($"{Path}:Host is “{host}”, which is no name of a server. Use one such as smtp.example.org.");
        }

        if (!MailboxAddress.TryParse(from, out var sender))
        {
            faults.Add($"{Path}:From is “{from}”, which is no e-mail address. Use one that the server lets the bot send from.");
        }

        var security = SecurityOf(section["Security"], faults);
        var options = new MailOptions
        {
            Host = host,
            Port = PortOf(section["Port"], security, faults),
            User = section["User"] is { Length: > 0 } user ? user : null,
            Password = section["Password"],
            From = sender?.Address ?? from,
            Name = section["Name"] is { Length: > 0 } name ? name : "CopBot",
            Security = security,
        };
        if (options.User is null != string.IsNullOrEmpty(options.Password))
        {
            faults.Add($"{Path} has only one of User and Password. Set both, or neither where the server asks for none.");
        }

        if (options is { Security: SecureSocketOptions.None, User: not null, IsReal: true })
        {
            faults.Add($"{Path}:Security is None, so that the password would be readable on its way. Use StartTls or Tls.");
        }

        return options;
    }

    private static SecureSocketOptions SecurityOf(string? text, ICollection<string> faults)
    {
        switch (text)
        {
            case null or "" or "StartTls":
                return SecureSocketOptions.StartTls;
            case "Tls":
                return SecureSocketOptions.SslOnConnect;
            case "None":
                return SecureSocketOptions.None;
            default:
                faults.Add($"{Path}:Security is “{text}”. Use StartTls (port 587), Tls (port 465), or None within a trusted network.");
                return SecureSocketOptions.StartTls;
        }
    }

    private static int PortOf(string? text, SecureSocketOptions security, ICollection<string> faults)
    {
        if (string.IsNullOrEmpty(text)) return security == SecureSocketOptions.SslOnConnect ? Implicit : Submission;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= 65535)
        {
            return port;
        }

        faults.Add($"{Path}:Port is “{text}”. Use the server’s port for submission, such as 587.");
        return Submission;
    }
}
