using CopBot.Storage.Postgres.Intake;
using Npgsql;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>In which order those learn of an arrival who wait for it.</summary>
public sealed class ArrivalBatchesTests
{
    [Fact]
    public async Task who_looks_for_work_knows_of_an_arrival_before_who_delivered_it()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var goOn = new ManualResetEventSlim();
        await using var batches = new ArrivalBatches(
            source,
            _ => null,
            (_, _) =>
            {
                written.TrySetResult();
                goOn.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
            });
        var delivered = batches.AcceptAsync(Sample.ArrivalIn("a"));
        await written.Task.WaitAsync(TimeSpan.FromSeconds(20));
        var toldTooSoon = await Task.WhenAny(delivered, Task.Delay(200)) == delivered;
        goOn.Set();
        toldTooSoon.ShouldBeFalse("A worker sent by it would find nothing, and sleep.");
        (await delivered).ShouldBeTrue();
    }
}
