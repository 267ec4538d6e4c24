using System.Text.Json;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Report;
using CopBot.Evaluation.Value;

namespace CopBot.Evaluation.Tests;

public sealed class Reports
{
    private static readonly DateTimeOffset Start = new(2024, 1, 15, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void the_same_history_gives_the_same_data() => Written(Grown(years: 3)).ShouldBe(Written(Grown(years: 3)));

    [Fact]
    public void a_young_community_is_told_what_cant_be_said_yet()
    {
        var report = ReportData.Of(Grown(years: 0.5));

        report.Find("expires-in-months")!.Refusal!.Reason.ShouldBe(RefusalReason.Months);
        report.Find("leaders-then-new-contributors")!.Refusal!.Reason.ShouldBe(RefusalReason.Months);
        report.Find("formalisation-index")!.Refusal!.Reason.ShouldBe(RefusalReason.Annotation);
        report.Find("funding-total")!.Refusal!.Reason.ShouldBe(RefusalReason.Annotation);
    }

    [Fact]
    public void an_empty_log_gives_a_report_that_says_so()
    {
        var report = ReportData.Of(new History(Start, 0, Exchange.Of([], [], [], 0)));

        report.Find("members-now")!.Value.ShouldBe(0);
        report.Find("answered")!.Value.ShouldBeNull();
    }

    [Fact]
    public void a_community_that_settles_high_does_not_expire_one_that_nobody_joins_does()
    {
        var lasting = ReportData.Of(Grown(years: 3));
        var fading = ReportData.Of(Fading());

        lasting.Find("expires-in-months")!.Value.ShouldBeNull();
        lasting.Find("settles-at")!.Value!.Value.ShouldBeGreaterThan(10);
        fading.Find("expires-in-months")!.Value!.Value.ShouldBeInRange(0, 60);
        fading.Find("stage")!.Value.ShouldBe((int)Stage.Transformation);
    }

    [Fact]
    public void formalisation_that_breaks_a_trend_is_found()
    {
        // Ten more active members with each month's five more questions, until a charter stops it.
        var history = Grown(years: 3) with
        {
            Annotations = [new("formalisation", 540, null, 540, "Charter") { Item = 1, Degree = 1 }],
        };
        var report = ReportData.Of(history);

        report.Find("formalisation-index")!.Value.ShouldBe(0.1);
        report.Find("change-active-level")!.Value.ShouldNotBeNull();
        report.Find("change-active-trend")!.Refusal.ShouldBeNull();
    }

    [Fact]
    public void beside_a_sister_that_went_the_same_way_only_the_difference_is_an_effect()
    {
        Annotation[] charter = [new("formalisation", 540, null, 540, "Charter") { Item = 1, Degree = 1 }];
        var history = Grown(years: 3) with { Annotations = charter };

        ReportData.Of(history).Find("controlled-active-level")!.Refusal!.Reason.ShouldBe(RefusalReason.Sister);
        ReportData.Of(history, sister: Grown(years: 0.3)).Find("controlled-active-level")!.Refusal!.Reason
            .ShouldBe(RefusalReason.MonthsAround, "the months that both have are too few");
        ReportData.Of(history, sister: Grown(years: 3)).Find("controlled-active-level")!.Refusal!.Reason
            .ShouldBe(RefusalReason.Collinear, "a difference that is 0 in every month is no line");
        var other = ReportData.Of(history, sister: Fading());
        other.Find("parallel-trends-p")!.Value!.Value.ShouldBeInRange(0, 1);
        other.Find("controlled-active-level").ShouldNotBeNull();
    }

    [Fact]
    public void what_was_decided_is_told_with_what_happened_since()
    {
        var history = Grown(years: 3) with
        {
            Annotations = [new("decision", 540, null, 540, "Meet monthly"), new("decision", 1090, null, 1090, "Meet weekly")],
        };
        var decisions = ReportData.Of(history).Decisions;

        decisions.Select(decision => decision.Text).ShouldBe(["Meet monthly", "Meet weekly"]);
        decisions[0].Figures.ShouldContain(figure => figure.Id == "change-active-level" && figure.Value != null);
        decisions[1].Figures.ShouldHaveSingleItem().Refusal!.Reason.ShouldBe(RefusalReason.MonthsAround);
    }

    [Fact]
    public void stories_stand_in_the_grade_of_what_supports_them()
    {
        ContributionChain Told(bool detailed, bool confirmed) => new(
            Answered: true, Kept: false, Applied: true, Result: false, detailed, Evidence: false, Independent: false, confirmed,
            RivalsExamined: false);
        var report = ReportData.Of(Grown(years: 1) with
        {
            Stories =
            [
                new(10, Told(false, false), Disputed: false, "not"), new(11, Told(true, false), Disputed: false, "same"),
                new(12, Told(true, true), Disputed: false, "unknown"), new(13, Told(true, true), Disputed: true, "not"),
            ],
        });

        string[] grades = ["a", "b", "c", "d"];
        grades.Select(grade => report.Find($"stories-grade-{grade}")!.Value).ShouldBe([0, 1, 1, 1]);
        report.Find("stories-disputed")!.Value.ShouldBe(1);
        report.Find("without-it-not")!.Value!.Value.ShouldBe(2 / 3.0, 1e-12);
    }

    [Fact]
    public void who_and_what_agree_with_what_went_in()
    {
        var history = new History(Start, 90, Files.Toy);
        var report = ReportData.Of(history);

        report.Find("questions")!.Value.ShouldBe(8);
        report.Find("leader-give-share")!.Value.ShouldBe(0.625);
        report.Find("leader-balance")!.Value!.Value.ShouldBe(3.0 / 7, 1e-12);
        report.Find("response-median-hours")!.Value.ShouldBe(24);
        report.Find("absence-factor")!.Value.ShouldBe(3);
        report.Find("answered-without-top1")!.Value.ShouldBe(0.5);
        report.Months.ShouldBe(["2024-02", "2024-03"], "January began without them, and April is not over");
    }

    [Fact]
    public void only_whole_months_are_compared()
    {
        var calendar = new Calendar(new(2024, 1, 15, 12, 0, 0, TimeSpan.Zero), end: 80);

        calendar.MonthOf(16.4).ShouldBe(-1);
        calendar.MonthOf(16.6).ShouldBe(0);
        calendar.StartOf(0).ShouldBe(16.5);
        calendar.NameOf(0).ShouldBe("2024-02");
        (calendar.Begun, calendar.Complete).ShouldBe((3, 2));
        new Calendar(new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero), end: 29).Complete.ShouldBe(1, "it starts with a month");
        new Calendar(new(2024, 2, 2, 0, 0, 0, TimeSpan.Zero), end: 10).Begun.ShouldBe(0, "none has begun whole");
    }

    private static string Written(History history)
    {
        var report = ReportData.Of(history);
        return JsonSerializer.Serialize(new { report.Figures, report.Months, Series = report.Series["active"] });
    }

    /// <summary>Every day somebody asks and somebody answers; members come all the time and stay for a while.</summary>
    private static History Grown(double years)
    {
        var days = (int)(years * 365);
        var random = new Random(3);
        var members = Enumerable.Range(0, Math.Max(40, days / 3))
            .Select(n => new MemberRow($"M{n}", $"O{n % 5}", $"C{n % 9}", n % 11 == 0 ? "leader" : "member", n * 3 < days ? n * 3 : 0)).ToList();
        int Somebody(int day) => random.Next(Math.Max(0, (day / 3) - 40), Math.Max(1, day / 3));
        var questions = Enumerable.Range(1, days - 2).Select(day => new QuestionRow($"Q{day}", $"M{Somebody(day)}", day)).ToList();
        var answers = questions.Select(q => new AnswerRow($"A{q.Id}", q.Id, $"M{Somebody((int)q.Asked)}", q.Asked + 0.3, random.Next(2) == 0)).ToList();
        return new(Start, days, Exchange.Of(members, questions, answers, days));
    }

    /// <summary>Forty members at the start, each writing less and less, and nobody after them.</summary>
    private static History Fading()
    {
        var members = Enumerable.Range(0, 40).Select(n => new MemberRow($"M{n}", null, null, null, 0)).ToList();
        var questions = members.SelectMany((member, n) => Enumerable.Range(0, 2 + (n * 3 / 4))
            .Select(month => new QuestionRow($"Q{n}-{month}", member.Id, 5 + (month * 30)))).Where(q => q.Asked < 900).ToList();
        return new(Start, 900, Exchange.Of(members, questions, [], 900));
    }
}
