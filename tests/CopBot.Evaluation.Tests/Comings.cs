using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Rates;
using CopBot.Evaluation.Series;

namespace CopBot.Evaluation.Tests;

public sealed class Comings
{
    [Fact]
    public void of_twenty_months_in_the_periphery_five_led_inward()
    {
        Standing?[] before = [.. Enumerable.Repeat((Standing?)Standing.Peripheral, 20), null, Standing.Core];
        Standing?[] after =
        [
            .. Enumerable.Repeat((Standing?)Standing.Active, 4), Standing.Core,
            .. Enumerable.Repeat((Standing?)Standing.Peripheral, 15), Standing.Peripheral, null,
        ];
        var moves = Trajectories.Of([before, after]);

        moves.Inward.ShouldBe(new Proportion(5, 20));
        moves.Inward.Low.ShouldBe(0.112, 0.001);
        moves.Inward.High.ShouldBe(0.469, 0.001);
        moves.ChanceOf(Standing.Peripheral, Standing.Active).ShouldBe(4.5 / 22);
    }

    [Fact]
    public void welcomed_newcomers_are_compared_from_two_days_on()
    {
        Newcomer Somebody(double? welcomed, params double[] contributed) => new(welcomed, contributed, null, 100);
        var table = Welcome.EffectOf(
        [
            Somebody(1, 5), Somebody(1.5, 40), Somebody(null, 10), Somebody(3, 10), Somebody(null),

            // Left out: contributed before, left before, not watched for long enough.
            Somebody(1, 1, 5), new(1, [5], 1.5, 100), new(1, [5], null, 20),
        ]);

        table.ShouldBe(new TwoByTwo(1, 1, 2, 1));
    }

    [Fact]
    public void what_cant_be_known_yet_is_missing_not_zero()
    {
        var retention = Retention.Of(
            [0, 0, 1, 5], [new HashSet<int> { 0, 2 }, new HashSet<int> { 0 }, new HashSet<int> { 1 }, new HashSet<int> { 5 }], lastMonth: 2);

        retention.Cohorts.Select(cohort => cohort.Month).ShouldBe([0, 1]);
        retention.Cohorts[0].Months.ShouldBe([new(2, 2), new(0, 2), new(1, 2)]);
        retention.Cohorts[1].Months.ShouldBe([new(1, 1), new(0, 1)]);
    }

    [Fact]
    public void a_sister_that_went_another_way_before_is_no_comparison()
    {
        double[] Column(Func<Figures.MonthRow, double?> of) => [.. Files.Months.Select(row => of(row)!.Value)];
        var controlled = ControlledSeries.Fit(Column(row => row.Active), Column(row => row.ActiveControl), before: 18, lag: 3)!;

        controlled.Difference.Level.ShouldBe(9.188510, 5e-7);
        controlled.ParallelP.ShouldBe(0.006, 0.0005);
        controlled.WasParallel.ShouldBeFalse();
    }

    [Fact]
    public void what_a_change_made_of_the_last_month_has_its_interval()
    {
        var series = InterruptedSeries.Fit([.. Files.Months.Select(row => row.Active!.Value)], before: 18, lag: 3)!;
        var effect = series.EffectAfter(18);

        effect.Value.ShouldBeAsIn("synthetic_its", "effect_month36");
        effect.Error.ShouldBeAsIn("synthetic_its", "se_effect36_nw_adj");
        effect.Low.ShouldBeAsIn(Expected.Of("synthetic_its", "ci95_t32")[0]);
        effect.Without.ShouldBeAsIn("synthetic_its", "counterfactual36");
        InterruptedSeries.Fit([.. Enumerable.Range(0, 20).Select(t => (double)t)], before: 5).ShouldBeNull();
    }
}
