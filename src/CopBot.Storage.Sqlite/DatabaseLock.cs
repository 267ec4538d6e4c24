using System.Globalization;

namespace CopBot.Storage.Sqlite;

/// <summary>
/// Keeps a second process from the file. The operating system lets the lock go when its process ends, however it ends.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <exception cref="DatabaseInUseException">Another process has it.</exception>
    public static DatabaseLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(
                System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new(file);
        }
        catch (IOException failure) when (File.Exists(path))
        {
            throw new DatabaseInUseException(databasePath, failure);
        }
    }

    public void Dispose() => _file.Dispose();
}
