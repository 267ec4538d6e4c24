using CopBot.Storage.Sqlite.Writing;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>The way in: first to the intake file, then into the inbox when a worker looks for work.</summary>
internal sealed class SqliteIntake : IAsyncDisposable
{
    private readonly RecentKeys _recent = new();
    private readonly IntakeFile _file;
    private readonly IntakeWriter _intake;
    private readonly Writer _database;
    private SqliteConnection? _reading;
    private long _moved;
    private volatile bool _more = true;

    public SqliteIntake(IntakeFile file, Writer database)
    {
        _file = file;
        _intake = new IntakeWriter(_file);
        _database = database;
    }

    /// <summary>Whether there is, or may be, something to move.</summary>
    public bool HasMore => _more || Volatile.Read(ref _moved) < _intake.Last;

    /// <summary>Completes when the arrival is on disk. False if it is known to have been there before.</summary>
    public async Task<bool> AcceptAsync(Arrival arrival)
    {
        var once = arrival.ForgottenBefore is null;
        if (once && _recent.Contains(arrival.Key)) return false;
        await _intake.AcceptAsync(arrival);
        if (once) _recent.Add(arrival.Key);
        return true;
    }

    /// <summary>
    /// Moves what came in since, and at first what an earlier process took in. Not to be called twice at once.
    /// </summary>
    /// <returns>False if there was nothing.</returns>
    public async Task<bool> MoveAsync()
    {
        if (!HasMore) return false;
        _reading ??= _file.Open();
        var unit = new MoveUnit(_reading);
        await _database.EnqueueAsync(unit);
        var any = unit.UpTo > _moved;
        (_moved, _more) = (unit.UpTo, unit.More);
        _intake.Forget(_moved);
        return any;
    }

    public async ValueTask DisposeAsync()
    {
        await _intake.DisposeAsync();
        if (_reading is not null) await _reading.DisposeAsync();
    }
}
