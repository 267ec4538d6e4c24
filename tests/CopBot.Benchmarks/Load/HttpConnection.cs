using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CopBot.Benchmarks.Load;

/// <summary>
/// One kept-alive connection that sends ready-made requests and reads the answers' status: as little work as possible,
/// since the generator shares the machine with what it measures.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _read;

    public HttpConnection(IPEndPoint server) => Socket.Connect(server);

    public Socket Socket { get; } = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Its number to the operating system.</summary>
    public int File => (int)Socket.Handle;

    /// <summary>Which request it waits for; null if for none.</summary>
    public int? Pending { get; private set; }

    /// <summary>When that was due, in the caller's ticks.</summary>
    public long Due { get; private set; }

    public void Send(ReadOnlySpan<byte> request, int id, long due)
    {
        (Pending, Due, _read) = (id, due, 0);
        while (request.Length > 0) request = request[Socket.Send(request)..];
    }

    /// <summary>Reads what there is.</summary>
    /// <returns>The answer's status; 0 if the connection broke; null if there is more to come.</returns>
    public int? Receive()
    {
        var more = Socket.Receive(_buffer.AsSpan(_read));
        _read += more;
        if (more > 0 && !IsWhole(_buffer.AsSpan(0, _read))) return null;
        Pending = null;

        // The three digits after "HTTP/1.1 ".
        return more == 0 ? 0 : Utf8Parser.TryParse(_buffer.AsSpan(9, 3), out int status, out _) ? status : 0;
    }

    public void Dispose() => Socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var body = answer[(end + 4)..];
        foreach (var range in answer[..end].Split((byte)'\n'))
        {
            var line = answer[range];
            if (Value(line, "content-length:"u8) is { IsEmpty: false } length)
            {
                return Utf8Parser.TryParse(length, out int bytes, out _) && body.Length >= bytes;
            }

            if (!Value(line, "transfer-encoding:"u8).IsEmpty) return body.EndsWith("0\r\n\r\n"u8);
        }

        return true;
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name) ? line[name.Length..].TrimStart((byte)' ') : [];
}
