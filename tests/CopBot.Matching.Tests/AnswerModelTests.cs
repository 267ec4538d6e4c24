using System.Text;
using CopBot.Matching.Similarity;
using CopBot.Matching.Threads;
using CsCheck;

namespace CopBot.Matching.Tests;

/// <summary>Which reply answers.</summary>
public sealed class AnswerModelTests
{
    private static readonly SimilarityModel Untaught = SimilarityModel.Learn([]);

    [Fact]
    public void advice_is_rated_above_thanks_and_questions()
    {
        var rates = Rate(
            "Where can I renew the licence of a government car?",
            ("expert", "Go to the transport office in Bole Road. You need the registration and the insurance, and you should call first."),
            ("asker", "Thanks a lot!"),
            ("other", "Same here, did anybody find out?"));
        rates.Index().MaxBy(pair => pair.Item).Index.ShouldBe(0);
        rates[0].ShouldBeGreaterThan(0.5);
        rates[1].ShouldBeLessThan(0.2);
        rates[2].ShouldBeLessThan(0.5);
    }

    [Fact]
    public void what_the_asker_says_is_less_likely_an_answer_than_the_same_from_somebody_else()
    {
        const string text = "I went to the office in Bole Road and they renewed it.";
        Rate("Where is it renewed?", ("other", text))[0].ShouldBeGreaterThan(Rate("Where is it renewed?", ("asker", text))[0]);
    }

    [Fact]
    public void nobody_known_is_not_taken_for_the_asker()
    {
        ReplyText[] replies = [new(null, "In Bole Road."), new(null, "Ask the office.")];
        var unknown = AnswerModelFile.Shipped.Rate(new("Where?", null, "en", replies), Untaught);
        var known = AnswerModelFile.Shipped.Rate(new("Where?", "asker", "en", replies), Untaught);
        unknown.ShouldBe(known);
    }

    [Theory]
    [InlineData("I am a nurse, go to the clinic.", "I am a welder, go to the clinic.")]
    [InlineData("Ask the women there.", "Ask the men there.")]
    [InlineData("In Accra you can.", "In Doha you can.")]
    public void who_and_where_does_not_decide_whether_it_is_an_answer(string one, string other) =>
        AnswerModelFile.Shipped.Words.Of(one).ShouldBe(AnswerModelFile.Shipped.Words.Of(other));

    [Fact]
    public void a_thread_without_replies_has_no_rates() => Rate("Where?").ShouldBeEmpty();

    [Fact]
    public void what_a_community_marks_is_learnt()
    {
        // A community that answers in one word, and chats in whole sentences.
        var threads = Enumerable.Range(0, 40).Select(i => (
            new ThreadText($"Which form for case {i}?", "a", "en", [
                new("b", $"You should try calling the office in town {i}, they may know."), new("c", "F-12 form"),
            ]),
            (IReadOnlyList<bool>)[false, true])).ToList();
        var model = AnswerTraining.Fit(threads, Untaught);
        var rates = model.Rate(
            new("Which form for leave?", "a", "en", [new("x", "You should try calling the office."), new("y", "F-13 form")]), Untaught);
        rates[1].ShouldBeGreaterThan(rates[0]);
        AnswerTraining.Fit(threads, Untaught).Rate(threads[0].Item1, Untaught).ShouldBe(model.Rate(threads[0].Item1, Untaught));
    }

    [Fact]
    public void a_model_is_the_same_after_it_was_written_and_read()
    {
        using var file = new MemoryStream();
        AnswerModelFile.Write(AnswerModelFile.Shipped, "a test", file);
        Encoding.UTF8.GetString(file.ToArray()).ShouldContain("a test");
        file.Position = 0;
        var thread = new ThreadText("Where?", "a", "en", [new("b", "Try the office in Bole Road."), new("a", "thanks")]);
        var (read, shipped) = (AnswerModelFile.Read(file).Rate(thread, Untaught), AnswerModelFile.Shipped.Rate(thread, Untaught));
        foreach (var (one, other) in read.Zip(shipped)) one.ShouldBe(other, 1e-6);
    }

    [Fact]
    public void a_model_of_another_version_is_refused()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(
            """{"origin":"x","bias":0,"features":[{"name":"byMoon","mean":0,"deviation":1,"weight":1}],"wordBias":0,"words":{}}"""));
        Should.Throw<FormatException>(() => AnswerModelFile.Read(file)).Message.ShouldContain("Fit it again");
    }

    [Fact]
    public void any_thread_can_be_rated() => Check.Sample(
        Gen.Select(Gen.String, Gen.String.Array[0, 6]), (question, replies) =>
        {
            var rates = Rate(question, [.. replies.Select((text, i) => (i % 2 == 0 ? "asker" : "other", text))]);
            rates.Count.ShouldBe(replies.Length);
            rates.ShouldAllBe(rate => rate >= 0 && rate <= 1);
        }, iter: 200);

    private static IReadOnlyList<double> Rate(string question, params (string Author, string Text)[] replies) =>
        AnswerModelFile.Shipped.Rate(
            new(question, "asker", "en", [.. replies.Select(reply => new ReplyText(reply.Author, reply.Text))]), Untaught);
}
