using CopBot.Matching.Experts;

namespace CopBot.Matching.Tests;

/// <summary>What tells who knows, on disk: found by words, replaced as a whole, gone when it goes.</summary>
public sealed class ExpertIndexTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Kofi = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Ana = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly AskedQuestion Ceilings = new("Who sets the expenditure ceilings?");

    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-experts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void an_answer_is_found_by_the_words_of_its_question_and_its_own()
    {
        using var index = Filled();
        index.Find(new("How high are ceilings?")).Answers.Select(fit => fit.MemberId).ShouldBe([Kofi, Ana], ignoreOrder: true);
        var fit = index.Find(new("cabinet")).Answers.ShouldHaveSingleItem();
        fit.MemberId.ShouldBe(Kofi);
        fit.At.ShouldBe(Now);
        fit.Coverage.ShouldBe(1, 1e-9);
        index.Find(new("payroll")).Answers.ShouldBeEmpty();
    }

    [Fact]
    public void a_longer_question_is_covered_by_the_share_of_its_rarer_words()
    {
        using var index = Filled();
        var fit = index.Find(new("cabinet zebra")).Answers.ShouldHaveSingleItem();
        fit.Coverage.ShouldBeInRange(0.4, 0.6);
    }

    [Fact]
    public void its_own_answers_tell_nothing_about_a_question()
    {
        using var index = Filled();
        index.Find(Ceilings, except: "q1").Answers.ShouldBeEmpty();
    }

    [Fact]
    public void who_says_that_they_know_is_found_by_their_own_words()
    {
        using var index = Filled();
        index.Apply([KeyValuePair.Create("m2", ExpertRecord.Of(Ana, ["payroll audits", "pensions"]))]);
        index.Find(new("How is the payroll audited?")).Declared.ShouldHaveSingleItem().Topics.ShouldBe(["payroll audits", "pensions"]);
        index.Apply([KeyValuePair.Create("m2", ExpertRecord.Of(Ana, []))]);
        index.Find(new("How is the payroll audited?")).Declared.ShouldBeEmpty();
    }

    [Fact]
    public void what_is_applied_again_stands_in_place_of_what_was()
    {
        using var index = Filled();
        index.Apply([KeyValuePair.Create("q1", ExpertRecord.Of(Ceilings, [new(Ana, "The treasury does.", Now)]))]);
        index.Find(Ceilings).Answers.ShouldHaveSingleItem().MemberId.ShouldBe(Ana);
        index.Apply([KeyValuePair.Create("q1", ExpertRecord.Nothing)]);
        index.Find(Ceilings).Answers.ShouldBeEmpty();
    }

    [Fact]
    public void an_answer_that_goes_takes_its_words_from_the_disk()
    {
        using var index = Filled();
        index.Commit();
        Holds("cabinet").ShouldBeTrue();
        index.Apply([KeyValuePair.Create("q1", ExpertRecord.Of(Ceilings, [new(Ana, "The treasury does.", Now)]))]);
        index.Commit();
        Holds("cabinet").ShouldBeFalse();
        Holds("treasuri").ShouldBeTrue();
    }

    [Fact]
    public void a_question_that_is_erased_takes_its_words_from_the_disk_though_its_answers_stay()
    {
        using var index = Filled();
        index.Commit();
        Holds("expenditur").ShouldBeTrue();
        index.Apply([KeyValuePair.Create("q1", ExpertRecord.Of(
            new AskedQuestion(""), [new(Kofi, "The cabinet does, in May.", Now), new(Ana, "The ministers ask for more.", Now.AddDays(-2))]))]);
        index.Commit();
        Holds("expenditur").ShouldBeFalse();
        Holds("cabinet").ShouldBeTrue();
    }

    [Fact]
    public void it_is_there_after_a_restart()
    {
        using (var index = Filled()) index.Commit();
        using var again = ExpertIndex.Open(_folder);
        again.Find(Ceilings).Answers.Count.ShouldBe(2);
    }

    private ExpertIndex Filled()
    {
        var index = ExpertIndex.Open(_folder);
        index.Apply(
        [
            KeyValuePair.Create("q1", ExpertRecord.Of(
                Ceilings, [new(Kofi, "The cabinet does, in May.", Now), new(Ana, "The ministers ask for more.", Now.AddDays(-2))])),

            // Beside it on disk, so that nothing goes just because its neighbours do.
            KeyValuePair.Create("q2", ExpertRecord.Of(new AskedQuestion("Where do pensions stand?"), [new(Ana, "In the annex.", Now)])),
        ]);
        return index;
    }

    private bool Holds(string word) => Directory.GetFiles(_folder)
        .Any(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(word, StringComparison.Ordinal));
}
