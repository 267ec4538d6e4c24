using CopBot.Matching.Rising;

namespace CopBot.Matching.Tests;

public sealed class RisingWords
{
    [Fact]
    public void a_word_that_several_people_write_about_more_than_before_rises()
    {
        var now = Texts(("How do we audit payrolls?", 1), ("Payroll audits take too long", 2), ("Who audits a payroll?", 3), ("What is a budget ceiling?", 4));
        var before = Texts([.. Enumerable.Range(0, 60).Select(i => ("What is the budget ceiling this year?", i))]);

        var rising = RisingTerms.Of(now, before, most: 5);

        rising.Select(term => term.Word).Order().ShouldBe(["audits", "payroll"]);
        rising.ShouldAllBe(term => term.Now == 3 && term.Before == 0);
    }

    [Fact]
    public void what_one_person_repeats_or_few_write_is_no_topic()
    {
        var before = Texts([.. Enumerable.Range(0, 60).Select(i => ("What is the budget ceiling this year?", i))]);

        RisingTerms.Of(Texts(("payroll", 1), ("payroll", 1), ("payroll", 1)), before, 5).ShouldBeEmpty();
        RisingTerms.Of(Texts(("payroll", 1), ("payroll", 2)), before, 5).ShouldBeEmpty();
        RisingTerms.Of([], before, 5).ShouldBeEmpty();
    }

    [Fact]
    public void what_is_written_as_often_as_ever_does_not_rise()
    {
        var texts = Texts([.. Enumerable.Range(0, 30).Select(i => ("What is the budget ceiling this year?", i))]);

        RisingTerms.Of(texts, texts, 5).ShouldBeEmpty();
    }

    [Fact]
    public void words_rise_in_any_script()
    {
        var now = Texts(("Как проверить зарплату?", 1), ("Зарплата и проверка", 2), ("зарплаты растут", 3));
        var before = Texts([.. Enumerable.Range(0, 60).Select(i => ("Что такое бюджет?", i))]);

        RisingTerms.Of([.. now.Select(text => text with { Language = "ru" })], [.. before.Select(text => text with { Language = "ru" })], 5)
            .Select(term => term.Word).ShouldBe(["зарплата"]);
    }

    private static List<WrittenText> Texts(params (string Text, int Writer)[] texts) =>
        [.. texts.Select(text => new WrittenText(text.Text, "en", new Guid(text.Writer, 0, 0, new byte[8])))];
}
