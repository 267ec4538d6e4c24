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
    private static readonly byte[] EndOfHeaders = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];

    public static async Task<HttpConnection> OpenAsync(IPEndPoint server, CancellationToken cancel)
    {
        var connection = new HttpConnection();
        await connection._socket.ConnectAsync(server, cancel);
        return connection;
    }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <returns>The status; 0 if the connection broke.</returns>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancel)
    {
        try
        {
            var sent = 0;
            while (sent < request.Length) sent += await _socket.SendAsync(request[sent..], cancel);
            var read = 0;
            while (true)
            {
                var more = await _socket.ReceiveAsync(_buffer.AsMemory(read), cancel);
                if (more == 0) return 0;
                read += more;
                if (IsWhole(_buffer.AsSpan(0, read))) return StatusOf(_buffer);
            }
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(EndOfHeaders);
        if (end < 0) return false;
        var head = Encoding.ASCII.GetString(answer[..end]);
        var body = answer[(end + EndOfHeaders.Length)..];
        if (head.Contains("chunked", StringComparison.OrdinalIgnoreCase)) return body.EndsWith(EndOfChunks);
        var at = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return true;
        var digits = head.AsSpan(at + "Content-Length:".Length);
        var line = digits.IndexOf('\r');
        return body.Length >= int.Parse(line < 0 ? digits : digits[..line], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The three digits after <c>HTTP/1.1</c>.</summary>
    private static int StatusOf(byte[] answer) =>
        ((answer[9] - '0') * 100) + ((answer[10] - '0') * 10) + (answer[11] - '0');
}
