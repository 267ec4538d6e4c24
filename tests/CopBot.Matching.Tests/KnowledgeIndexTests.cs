using CopBot.Matching.Index;
using CopBot.Matching.Similarity;

namespace CopBot.Matching.Tests;

/// <summary>What a community knows, on disk.</summary>
public sealed class KnowledgeIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-index-").FullName;

    private static readonly Dictionary<string, KnownItem?> Known = new()
    {
        ["n1"] = new("Outcome indicators", "Start from the decision that they should inform.", [], "en"),
        ["q2"] = new("Where is the payroll system run?", "", ["In the treasury, on the second floor."], "en"),
        ["q3"] = new("Who signs procurement contracts?", "", ["The controlling officer, after the tender board."], "en"),
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("which indicators for outcomes", "n1")]
    [InlineData("payrol", "q2")]
    [InlineData("procurementcontracts", "q3")]
    [InlineData("tender", "q3")]
    public void what_was_taken_in_is_found(string asked, string expected)
    {
        using var index = Filled();
        index.Search(new("", asked, "en"), 3)[0].Id.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("the of and")]
    [InlineData("zzzzqqqq")]
    public void nothing_is_found_by_nothing(string asked)
    {
        using var index = Filled();
        index.Search(new("", asked, "en"), 3).ShouldBeEmpty();
    }

    [Fact]
    public void what_an_earlier_version_left_goes()
    {
        var earlier = Directory.CreateDirectory(Path.Combine(_folder, "1"));
        File.WriteAllText(Path.Combine(earlier.FullName, "texts"), "of somebody who may be erased");
        using var index = KnowledgeIndex.Open(_folder);
        earlier.Refresh();
        earlier.Exists.ShouldBeFalse();
    }

    [Fact]
    public void what_changes_is_found_as_it_is_now_and_what_goes_is_not_found()
    {
        using var index = Filled();
        index.Apply(new Dictionary<string, KnownItem?>
        {
            ["n1"] = new("Budget ceilings", "Ask the ministry.", [], "en"), ["q2"] = null,
        }, 5);
        index.Search(new("", "outcome", "en"), 3).ShouldBeEmpty();
        index.Search(new("", "payroll", "en"), 3).ShouldBeEmpty();
        index.Search(new("", "ceiling", "en"), 3).Single().Item.Title.ShouldBe("Budget ceilings");
        index.LastChange.ShouldBe(5);
        index.Count.ShouldBe(2);
    }

    [Fact]
    public void what_was_committed_is_there_after_a_start_and_what_was_not_is_asked_for_again()
    {
        using (var index = Filled())
        {
            index.Commit();
            index.Learn(1000, Marks.None, CancellationToken.None);
            index.Apply(new Dictionary<string, KnownItem?> { ["n9"] = Known["n1"] }, 9);
        }

        using var again = KnowledgeIndex.Open(_folder);
        again.Learnt.ShouldBe(3);
        again.Search(new("", "payroll", "en"), 3).ShouldHaveSingleItem().Coverage.ShouldBe(1);

        // The writer commits what it holds when it is closed, but only Commit says up to which change.
        again.LastChange.ShouldBe(3);
    }

    [Fact]
    public void after_a_kill_it_opens_again()
    {
        var killed = Filled();
        killed.Commit();

        // Never closed: the lock stays, as after a kill.
        using var again = KnowledgeIndex.Open(_folder);
        again.Count.ShouldBe(3);
        GC.KeepAlive(killed);
    }

    [Fact]
    public void a_damaged_index_is_noticed_and_begun_anew()
    {
        using (var index = Filled())
        {
            index.Commit();
            index.Examine();
        }

        foreach (var file in Directory.GetFiles(_folder, "segments*", SearchOption.AllDirectories)) File.WriteAllBytes(file, [1, 2, 3]);
        using var again = KnowledgeIndex.Open(_folder);
        (again.Count, again.LastChange).ShouldBe((0, KnowledgeIndex.NeverBuilt));
        again.Apply(Known, 3);
        again.Count.ShouldBe(3);
    }

    [Fact]
    public void a_flipped_bit_anywhere_is_noticed_by_examining()
    {
        using (var index = Filled()) index.Commit();
        var largest = new DirectoryInfo(_folder).GetFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Extension is ".cfs" or ".fdt").MaxBy(file => file.Length)!;
        var bytes = File.ReadAllBytes(largest.FullName);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(largest.FullName, bytes);
        Should.Throw<Exception>(() =>
        {
            using var index = KnowledgeIndex.Open(_folder);
            index.Examine();
        });
    }

    [Fact]
    public void a_damaged_model_is_learnt_again()
    {
        using (var index = Filled())
        {
            index.Commit();
            index.Learn(1000, Marks.None, CancellationToken.None);
        }

        File.WriteAllText(Directory.GetFiles(_folder, "words.model", SearchOption.AllDirectories).Single(), "broken");
        using var again = KnowledgeIndex.Open(_folder);
        again.Learnt.ShouldBe(0);
        again.Search(new("", "payroll", "en"), 3).ShouldHaveSingleItem();
    }

    [Fact]
    public void deleted_texts_leave_the_disk_with_the_next_commit()
    {
        using var index = Filled();
        index.Commit();
        index.Apply(new Dictionary<string, KnownItem?> { ["n1"] = null }, 4);
        index.Commit();
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.ReadAllText(file).ShouldNotContain("inform");
        }
    }

    [Fact]
    public void what_was_half_built_when_it_was_closed_is_built_again()
    {
        using (var index = Filled())
        {
            index.Commit();
            index.Clear();
            index.Fill(new Dictionary<string, KnownItem?> { ["n1"] = Known["n1"] });
        }

        using var again = KnowledgeIndex.Open(_folder);
        again.LastChange.ShouldBe(KnowledgeIndex.NeverBuilt);
    }

    [Fact]
    public void what_it_is_filled_with_is_found_when_it_is_complete()
    {
        using var index = KnowledgeIndex.Open(_folder);
        index.Clear();
        index.Fill(Known);
        index.Fill(new Dictionary<string, KnownItem?> { ["q4"] = null });
        (index.Count, index.LastChange).ShouldBe((3, KnowledgeIndex.NeverBuilt));
        index.Apply([], 7);
        index.LastChange.ShouldBe(7);
        index.Search(new("", "payroll system", "en"), 5)[0].Id.ShouldBe("q2");
    }

    [Fact]
    public void words_of_what_went_are_not_kept_over_a_restart()
    {
        using (var index = Filled())
        {
            index.Commit();
            index.Learn(1000, Marks.None, CancellationToken.None);
            index.Apply(new Dictionary<string, KnownItem?> { ["n1"] = null }, 4);
            index.Commit();
            index.IsLearntFromMore.ShouldBeTrue();
        }

        using var again = KnowledgeIndex.Open(_folder);
        again.Learnt.ShouldBe(0);
    }

    [Fact]
    public void a_model_ranks_the_same_after_it_was_written_and_read()
    {
        using var index = Filled();
        index.Learn(1000, Marks.None, CancellationToken.None);
        var before = index.Search(new("", "procurement of payroll", "en"), 3);
        index.Commit();
        index.Dispose();
        using var again = KnowledgeIndex.Open(_folder);
        again.Search(new("", "procurement of payroll", "en"), 3).Select(match => (match.Id, match.Score))
            .ShouldBe(before.Select(match => (match.Id, match.Score)));
    }

    private KnowledgeIndex Filled()
    {
        var index = KnowledgeIndex.Open(_folder);
        index.Apply(Known, 3);
        return index;
    }
}
