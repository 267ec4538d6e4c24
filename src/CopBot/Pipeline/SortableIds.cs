namespace CopBot.Pipeline;

/// <summary>
/// UUIDs of version 7 with a counter where its random bits begin, so that ids of the same millisecond keep their order:
/// <see href="https://www.rfc-editor.org/rfc/rfc9562#section-6.2"/>, method 1.
/// </summary>
internal static class SortableIds
{
    private const int CounterBits = 12;

    /// <param name="time">When it is made.</param>
    /// <param name="count">How many were made before in the same turn; beyond 4095 the order is left to chance.</param>
    public static Guid At(DateTimeOffset time, int count)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(time).TryWriteBytes(bytes, bigEndian: true, out _);
        var counter = Math.Min(count, (1 << CounterBits) - 1);
        bytes[6] = (byte)((bytes[6] & 0xF0) | (counter >> 8));
        bytes[7] = (byte)counter;
        return new Guid(bytes, bigEndian: true);
    }
}
