using System.Globalization;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// Where this process keeps its indexes. Several processes may share a content root: each takes a folder that no other
/// holds. The system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class IndexRoom(string folder) : IDisposable
{
    private const int Most = 64;

    private readonly Lock _gate = new();
    private FileStream? _lock;
    private string? _own;

    /// <summary>The folder of one community's index.</summary>
    public string FolderOf(Guid community) => Path.Combine(Own(), community.ToString("N", CultureInfo.InvariantCulture));

    public void Dispose() => _lock?.Dispose();

    private string Own()
    {
        lock (_gate)
        {
            return _own ??= Take();
        }
    }

    private string Take()
    {
        for (var number = 1; number <= Most; number++)
        {
            var own = Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(own);
            try
            {
                _lock = new(Path.Combine(own, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return own;
            }
            catch (IOException) when (number < Most)
            {
                // Another process holds it.
            }
        }

        throw new IOException($"All {Most} folders for indexes in {folder} are in use.");
    }
}
