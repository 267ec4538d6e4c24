using System.Globalization;
using CopBot.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// Where this process keeps its indexes. Several processes may share a content root: each takes a folder that no other
/// holds. The system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class IndexRoom(string folder, ILogger<IndexRoom> logger) : IDisposable
{
    private const int Most = 64;

    private readonly Lock _gate = new();
    private FileStream? _lock;
    private string? _own;

    /// <summary>The folder of one community's index.</summary>
    public string FolderOf(Guid community) => Path.Combine(Own(), community.ToString("N", CultureInfo.InvariantCulture));

    /// <summary>Whether somebody at the command line wants all indexes built again; asked once.</summary>
    public bool TakeRequest()
    {
        var request = Path.Combine(Own(), Request);
        if (!File.Exists(request)) return false;
        File.Delete(request);
        return true;
    }

    /// <summary>Asks every running process that keeps indexes in a folder to build them again.</summary>
    /// <returns>How many there are. The indexes of those that run no more are removed.</returns>
    public static int AskRunning(string folder)
    {
        if (!Directory.Exists(folder)) return 0;
        var running = 0;
        foreach (var own in Directory.GetDirectories(folder))
        {
            try
            {
                using var held = Lock(own);
            }
            catch (IOException)
            {
                File.WriteAllText(Path.Combine(own, Request), "");
                running++;
                continue;
            }

            Directory.Delete(own, recursive: true);
        }

        return running;
    }

    public void Dispose() => _lock?.Dispose();

    private const string Request = "rebuild";

    private static FileStream Lock(string own) =>
        new(Path.Combine(own, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private string Own()
    {
        lock (_gate)
        {
            return _own ??= Take();
        }
    }

    private string Take()
    {
        try
        {
            return TakeIn(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A file system that may only be read is no reason to find nothing.
            var elsewhere = Directory.CreateTempSubdirectory("copbot-index-").FullName;
            logger.IndexElsewhere(folder, elsewhere, failure);
            return TakeIn(elsewhere);
        }
    }

    private string TakeIn(string home)
    {
        for (var number = 1; number <= Most; number++)
        {
            var own = Path.Combine(home, number.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(own);
            try
            {
                _lock = Lock(own);
                return own;
            }
            catch (IOException) when (number < Most)
            {
                // Another process holds it.
            }
        }

        throw new IOException($"All {Most} folders for indexes in {home} are in use.");
    }
}
