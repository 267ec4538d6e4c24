using System.Collections.Concurrent;
using CopBot.Storage;
using Shouldly;
using Xunit;

namespace CopBot.Testing.Storage;

/// <summary>Letting one conversation go and claiming the next in one step.</summary>
public abstract partial class StorageCompliance
{
    [Fact]
    public async Task the_next_claim_lets_the_one_before_go()
    {
        await EnqueueAsync("a", "b", "a", "c");
        var first = (await ClaimAsync())!;
        await FinishAsync(first.RowId);
        var second = (await NextAsync(first))!;
        (first.Lane, second.Lane).ShouldBe(("a", "b"));
        (await ClaimAsync())!.Lane.ShouldBe("a", "it was let go, and its second row has waited longest");
    }

    [Fact]
    public async Task the_next_claim_may_be_of_the_same_conversation()
    {
        await EnqueueAsync("a", "a");
        var first = (await ClaimAsync())!;
        (await ClaimAsync()).ShouldBeNull();
        await EnqueueAsync("b");
        var other = (await ClaimAsync())!;
        other.Lane.ShouldBe("b");
        await FinishAsync(first.RowId);
        var second = (await NextAsync(first))!;
        (second.Lane, second.RowId > first.RowId).ShouldBe(("a", true));
        await FinishAsync(second.RowId);
        (await NextAsync(second)).ShouldBeNull();
        await EnqueueAsync("a");
        (await ClaimAsync())!.Lane.ShouldBe("a", "it was let go though there was nothing to claim");
    }

    [Fact]
    public async Task whatever_becomes_of_the_next_claim_the_one_before_is_let_go()
    {
        await EnqueueAsync("a", "a", "b");
        var first = (await ClaimAsync())!;
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        try
        {
            if (await Store.ClaimNextAsync(first, Now, stopped.Token) is { } claim) await Store.ReleaseAsync(claim);
        }
        catch (OperationCanceledException)
        {
        }

        var lanes = new List<string?> { (await ClaimAsync())?.Lane, (await ClaimAsync())?.Lane };
        lanes.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task claimers_that_go_from_one_to_the_next_never_get_the_same_conversation()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 120).Select(i => $"lane {i % 6}")]);
        var atWork = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var done = new ConcurrentBag<long>();
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        async Task WorkAsync()
        {
            LaneClaim? claim = null;
            while (done.Count < 120)
            {
                claim = claim is null ? await ClaimAsync() : await NextAsync(claim);
                if (claim is null)
                {
                    await Task.Delay(1, over.Token);
                    continue;
                }

                atWork.TryAdd(claim.Lane, true).ShouldBeTrue($"{claim.Lane} was claimed twice");
                await FinishAsync(claim.RowId);
                done.Add(claim.RowId);
                atWork.TryRemove(claim.Lane, out var _);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(WorkAsync).ContinueWith(
            ended => ended.IsCompletedSuccessfully ? ended : Task.WhenAll(over.CancelAsync(), ended)).Unwrap()));
        done.Distinct().Count().ShouldBe(120);
    }

    private Task<LaneClaim?> NextAsync(LaneClaim done) => Store.ClaimNextAsync(done, Now, CancellationToken.None);
}
