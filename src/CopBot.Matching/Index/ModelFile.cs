using System.IO.Compression;
using System.Text;

namespace CopBot.Matching.Index;

/// <summary>What was learnt of a community’s words, beside its index.</summary>
internal static class ModelFile
{
    private const string Name = "words.model";

    /// <summary>Null if there is none that can be read: it is learnt again.</summary>
    public static Learning? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        try
        {
            using var file = new BrotliStream(File.OpenRead(path), CompressionMode.Decompress);
            using var buffered = new BufferedStream(file, 1 << 16);
            using var reader = new BinaryReader(buffered, Encoding.UTF8);
            return Learning.Read(reader);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or InvalidOperationException
            or OverflowException or ArgumentException or OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Forgets what was learnt.</summary>
    public static void Delete(string folder) => File.Delete(Path.Combine(folder, Name));

    /// <summary>A reader finds the old one or the new one, never half of one.</summary>
    public static void Write(string folder, Learning learning)
    {
        var path = Path.Combine(folder, Name);
        using (var file = new BrotliStream(File.Create($"{path}.new"), CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(file, Encoding.UTF8))
        {
            learning.Write(writer);
        }

        File.Move($"{path}.new", path, overwrite: true);
    }
}
