using System.Text.Json;
using CopBot.Evaluation.Concentration;
using CopBot.Evaluation.Figures;
using CopBot.Evaluation.Lifecycle;
using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Networks;
using CopBot.Evaluation.Privacy;
using CopBot.Evaluation.Rates;
using CopBot.Evaluation.Survival;
using CopBot.Evaluation.Value;

namespace CopBot.Evaluation.Tests;

public sealed class KnownAnswers
{
    /// <summary>The expected intervals of shares were computed with the quantile rounded to six digits.</summary>
    private const double RoundedZ = 1.959964;

    [Fact]
    public void a_small_community_measures_as_worked_out_by_hand() =>
        CommunityFigures.Of(Files.Toy).ShouldHoldAllOf(Expected.Of("toy"), "toy", "files");

    [Fact]
    public void zacharys_karate_club_measures_as_in_igraph_and_networkx() =>
        TieFigures.Of(Files.Karate).ShouldHoldAllOf(Expected.Of("karate"), "karate", "file", "factions");

    [Fact]
    public void freireichs_trial_measures_as_in_survival() =>
        SurvivalFigures.Of(Files.Gehan).ShouldHoldAllOf(Expected.Of("gehan_6mp"), "gehan_6mp", "file");

    [Fact]
    public void thirty_six_months_measure_as_in_sandwich_and_statsmodels() =>
        MonthlyFigures.Of(Files.Months).ShouldHoldAllOf(Expected.Of("synthetic_its"), "synthetic_its", "file");

    [Fact]
    public void the_two_sides_of_the_karate_club_keep_to_themselves()
    {
        var names = Files.Karate.SelectMany(tie => (string[])[tie.From, tie.To]).Distinct().ToArray();
        var network = Network.Of(names.Length, Files.Karate.Select(tie => (Array.IndexOf(names, tie.From), Array.IndexOf(names, tie.To))));
        string?[] factions = [.. names.Select(name => Files.Factions[name])];
        var crossing = BoundaryCrossing.Of(network, factions);
        var mixing = Mixing.Of(network, factions)!;

        factions.GroupBy(faction => faction).Select(group => group.Count()).ShouldBe([17, 17]);
        ((double)crossing.External).ShouldBeAsIn("karate", "factions", "E");
        ((double)crossing.Internal).ShouldBeAsIn("karate", "factions", "I");
        crossing.Index!.Value.ShouldBeAsIn("karate", "factions", "EI");
        mixing.Modularity.ShouldBeAsIn("karate", "factions", "modularity");
        mixing.Assortativity.ShouldBeAsIn("karate", "factions", "assortativity");
        BoundaryCrossing.PermutationP(network, factions)!.Value.ShouldBe(0.001, 1e-9);
    }

    [Fact]
    public void patients_with_lung_cancer_survive_as_in_lifelines()
    {
        var curve = SurvivalCurve.Of(Files.Lung.Select(one => one.Seen));
        var sexes = Files.Lung.GroupBy(one => one.Sex).OrderBy(group => group.Key).Select(group => group.Select(one => one.Seen).ToArray()).ToArray();

        ((double)curve.Count).ShouldBeAsIn("lung", "n");
        ((double)curve.Happened).ShouldBeAsIn("lung", "events");
        curve.Median!.Value.ShouldBeAsIn("lung", "median");
        curve.MedianInterval.Low!.Value.ShouldBeAsIn(Expected.Of("lung", "ci95_log")[0]);
        curve.MedianInterval.High!.Value.ShouldBeAsIn(Expected.Of("lung", "ci95_log")[1]);
        SurvivalCurve.Of(sexes[0]).Median!.Value.ShouldBeAsIn("lung", "median_sex1");
        SurvivalCurve.Of(sexes[1]).Median!.Value.ShouldBeAsIn("lung", "median_sex2");
        LogRank.Of(sexes)!.ChiSquared.ShouldBeAsIn("lung", "logrank_chi2_sex");
    }

    [Fact]
    public void times_that_only_rounding_parts_are_one_time_as_in_r()
    {
        // Of R: summary(survfit(Surv(c(1, 1 + 1e-9, 2, 1000), c(1, 1, 1, 0)) ~ 1)). By the mean of the times, 1 and 1.000001 are one, too.
        var near = SurvivalCurve.Of([new(1, true), new(1 + 1e-9, true), new(2, true), new(1000, false)]);
        near.Steps.Select(step => (step.Time, step.Events)).ShouldBe([(1, 2), (2, 1)]);
        SurvivalCurve.Of([new(1, true), new(1.000001, true), new(2, true), new(1000, false)]).Steps.Count.ShouldBe(2);
        SurvivalCurve.Of([new(1, true), new(1.0001, true), new(2, true), new(1000, false)]).Steps.Count.ShouldBe(3);
    }

    [Fact]
    public void shares_have_wilsons_interval()
    {
        foreach (var one in Expected.Of("wilson").EnumerateObject())
        {
            var share = Share(one.Name);
            // The lower end of 5/20 is written down a billionth too high for either quantile.
            if (one.Name != "5/20") share.Wilson(RoundedZ).Low.ShouldBeAsIn(one.Value[0], one.Name);
            share.Wilson(RoundedZ).High.ShouldBeAsIn(one.Value[1], one.Name);
            share.Low.ShouldBe(one.Value[0].GetDouble(), 1e-8);
            share.High.ShouldBe(one.Value[1].GetDouble(), 1e-8);
        }
    }

    [Fact]
    public void differences_of_shares_have_newcombes_interval()
    {
        foreach (var one in Expected.Of("newcombe_diff").EnumerateObject())
        {
            var shares = one.Name.Split('-');
            var difference = new DifferenceOfProportions(Share(shares[0]), Share(shares[1]));
            difference.Value.ShouldBeAsIn(one.Value[0], one.Name);
            difference.Newcombe(RoundedZ).Low.ShouldBeAsIn(one.Value[1], one.Name);
            difference.Newcombe(RoundedZ).High.ShouldBeAsIn(one.Value[2], one.Name);
            difference.Low.ShouldBe(one.Value[1].GetDouble(), 1e-8);
            difference.High.ShouldBe(one.Value[2].GetDouble(), 1e-8);
        }
    }

    [Fact]
    public void a_table_of_welcomed_and_others_gives_its_effect()
    {
        var rows = Expected.Of("two_by_two_welcome", "table");
        var table = new TwoByTwo(rows[0][0].GetInt32(), rows[0][1].GetInt32(), rows[1][0].GetInt32(), rows[1][1].GetInt32());

        table.RiskDifference.Value.ShouldBeAsIn("two_by_two_welcome", "RD");
        table.RiskRatio.ShouldBeAsIn("two_by_two_welcome", "RR");
        table.OddsRatio.ShouldBeAsIn("two_by_two_welcome", "OR");
        table.FisherP().ShouldBeAsIn("two_by_two_welcome", "fisher_p");
        table.LogOddsRatio.ShouldBeAsIn("two_by_two_welcome", "logOR");
        table.LogOddsRatioError.ShouldBeAsIn("two_by_two_welcome", "se_logOR");
        table.EValue.ShouldBeAsIn("two_by_two_welcome", "E_value_RR");
        EValue.Of(3.9).ShouldBeAsIn("e_value", "RR3.9");
    }

    [Fact]
    public void contributions_are_concentrated_as_they_are()
    {
        foreach (var one in Expected.Of("gini").EnumerateObject())
        {
            Inequality.Gini(one.Name.Split(',').Select(double.Parse))!.Value.ShouldBeAsIn(one.Value, one.Name);
        }

        var chaoss = Numbers(Expected.Of("caf_chaoss", "x"));
        chaoss.Sum().ShouldBeAsIn("caf_chaoss", "total");
        ((double)Inequality.AbsenceFactor(chaoss)!.Value).ShouldBeAsIn("caf_chaoss", "caf");
        Inequality.TopShare(Files.Toy.Members.Select((_, m) => (double)GiveAndTake.Giving.Of(Files.Toy).Contributions[m]), 0.2)
            .ShouldBe(0.4375);
        var without = Dependence.OnTop(Files.Toy, 1);
        (without.Today, without.Without).ShouldBe((new Proportion(6, 8), new Proportion(4, 8)));
    }

    [Fact]
    public void kinds_are_as_even_as_they_are()
    {
        var diversity = new Diversity(Numbers(Expected.Of("diversity", "p")));

        diversity.Concentration.ShouldBeAsIn("diversity", "HHI");
        diversity.Blau.ShouldBeAsIn("diversity", "blau");
        diversity.Shannon.ShouldBeAsIn("diversity", "shannon");
        diversity.Evenness!.Value.ShouldBeAsIn("diversity", "pielou");
    }

    [Fact]
    public void two_coders_agree_beyond_chance()
    {
        var agreement = Agreement.Of([.. Expected.Of("kappa", "table").EnumerateArray()
            .Select(row => (IReadOnlyList<int>)[.. row.EnumerateArray().Select(cell => cell.GetInt32())])]);

        agreement.Observed.ShouldBeAsIn("kappa", "po");
        agreement.Expected.ShouldBeAsIn("kappa", "pe");
        agreement.Kappa.ShouldBeAsIn("kappa", "kappa");
    }

    [Fact]
    public void people_get_the_name_that_the_key_gives()
    {
        foreach (var name in new[] { "rfc4231_tc2", "demo" })
        {
            var one = Expected.Of("hmac_sha256", name);
            StudyPseudonym.Of(System.Text.Encoding.UTF8.GetBytes(one.GetProperty("key").GetString()!), one.GetProperty("data").GetString()!)
                .ShouldBe(one.GetProperty("hex").GetString());
        }
    }

    [Fact]
    public void hazards_are_exact_and_constant_within_periods()
    {
        PoissonRate[] rates = [new(8, 120), new(5, 150), new(3, 200)];
        foreach (var rate in rates)
        {
            var expected = Expected.Of("piecewise_hazard", $"{rate.Events}/{rate.Exposure}");
            rate.Value.ShouldBeAsIn(expected[0]);
            rate.Low.ShouldBeAsIn(expected[1]);
            rate.High.ShouldBeAsIn(expected[2]);
        }

        new PiecewiseHazard([3, 6], rates).At(12).ShouldBeAsIn("piecewise_hazard", "S12_cuts_3_6");
        var whole = PiecewiseHazard.Of([.. Files.Gehan.Where(one => one.Group == "6-MP").Select(one => one.Seen)], [10]);
        (whole.Rates.Sum(rate => rate.Events), whole.Rates.Sum(rate => rate.Exposure)).ShouldBe((9, 359.0));
    }

    [Fact]
    public void a_community_expires_when_fewer_join_than_it_needs()
    {
        double Given(params string[] path) => Expected.Of(["stock_flow", .. path]).GetDouble();
        var (enough, tooFew) = (new StockFlow(Given("c"), 2), new StockFlow(Given("c"), 0.5));

        enough.Settles.ShouldBeAsIn("stock_flow", "j2", "Nstar");
        enough.ExpiresIn(Given("N0"), Given("Nmin")).ShouldBeNull();
        tooFew.Settles.ShouldBeAsIn("stock_flow", "j0.5", "Nstar");
        tooFew.ExpiresIn(Given("N0"), Given("Nmin"))!.Value.ShouldBeAsIn("stock_flow", "j0.5", "t_expiry_months");
        tooFew.HalfLife.ShouldBeAsIn("stock_flow", "half_life_no_joins");
        tooFew.After(40, tooFew.ExpiresIn(40, 10)!.Value).ShouldBe(10, 1e-9);
    }

    [Fact]
    public void a_series_that_shrinks_halves_in_time()
    {
        var decay = ExponentialDecay.Fit(Numbers(Expected.Of("exp_decay", "y")))!;

        decay.Slope.ShouldBeAsIn("exp_decay", "slope");
        decay.Intercept.ShouldBeAsIn("exp_decay", "intercept");
        decay.HalfLife!.Value.ShouldBeAsIn("exp_decay", "half_life");
        decay.Reaches(3)!.Value.ShouldBeAsIn("exp_decay", "t_at_3");
    }

    [Fact]
    public void staying_is_over_at_the_last_contribution_not_a_gap_later()
    {
        var staying = Staying.Of(Files.Toy, gap: 45);

        staying.Steps.Select(step => (step.Time, step.Survival)).ShouldBe([(0, 0.75), (9, 0.625), (20, 0.46875)]);
        staying.Count.ShouldBe(8);
    }

    [Fact]
    public void who_does_not_reply_may_or_may_not_have_used_it()
    {
        var followUps = new FollowUps(Sent: 40, Replied: 24, Used: 15);

        followUps.AmongReplies.Value.ShouldBe(0.625);
        followUps.Bounds.ShouldBe((0.375, 0.775));
    }

    private static Proportion Share(string text)
    {
        var parts = text.Split('/');
        return new(int.Parse(parts[0]), int.Parse(parts[1]));
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];
}
