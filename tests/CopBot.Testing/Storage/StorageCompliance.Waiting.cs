using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Storage;

/// <summary>Rows that were put off, and those who claim meanwhile.</summary>
public abstract partial class StorageCompliance
{
    [Fact]
    public async Task a_row_that_waits_holds_up_its_own_conversation_only()
    {
        await EnqueueAsync("a", "a", "b");
        await Store.WriteAsync(
            async (db, cancel) =>
            {
                (await db.Inbox.OrderBy(r => r.Id).FirstAsync(cancel)).NotBefore = Now.AddMinutes(1);
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        (await ClaimAsync())!.Lane.ShouldBe("b");
        (await ClaimAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task rows_that_were_put_off_hold_up_nobody_who_claims()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 150).Select(i => $"lane {i}")]);
        await Store.ChangeAsync(
            (db, cancel) => db.Inbox.ExecuteUpdateAsync(
                row => row.SetProperty(r => r.NotBefore, Now.AddMinutes(1)), cancel),
            CancellationToken.None);
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ClaimAsync()))
            .WaitAsync(TimeSpan.FromMinutes(1));
        claims.ShouldAllBe(claim => claim == null);
    }
}
