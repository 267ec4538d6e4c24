using System.Security.Cryptography;
using CopBot.Storage.Sqlite.Intake;

namespace CopBot.Storage.Sqlite.Tests;

/// <summary>What is recognised without the disk: the latest, and never without end.</summary>
public sealed class RecentKeysTests
{
    private readonly RecentKeys _keys = new();

    [Theory]
    [InlineData(1)]
    [InlineData(RecentKeys.AtLeast)]
    [InlineData(RecentKeys.AtLeast + 1)]
    [InlineData((2 * RecentKeys.AtLeast) + 1)]
    [InlineData(5 * RecentKeys.AtLeast / 2)]
    public void the_latest_arrivals_are_known_and_the_ones_long_ago_are_not(int arrivals)
    {
        foreach (var number in Enumerable.Range(0, arrivals)) _keys.Add(Key(number));
        var known = Enumerable.Range(0, arrivals).Where(number => _keys.Contains(Key(number))).ToList();
        known.Count.ShouldBeInRange(Math.Min(arrivals, RecentKeys.AtLeast), 2 * RecentKeys.AtLeast);
        known.ShouldBe(Enumerable.Range(arrivals - known.Count, known.Count));
    }

    [Fact]
    public void an_arrival_that_was_not_is_not_known()
    {
        _keys.Add(Key(1));
        _keys.Contains(Key(2)).ShouldBeFalse();
    }

    [Fact]
    public async Task several_at_once_lose_none()
    {
        await Parallel.ForAsync(0, RecentKeys.AtLeast, (number, _) =>
        {
            _keys.Add(Key(number));
            _keys.Contains(Key(number)).ShouldBeTrue();
            return ValueTask.CompletedTask;
        });
        Enumerable.Range(0, RecentKeys.AtLeast).ShouldAllBe(number => _keys.Contains(Key(number)));
    }

    private static byte[] Key(int number) => SHA256.HashData(BitConverter.GetBytes(number));
}
