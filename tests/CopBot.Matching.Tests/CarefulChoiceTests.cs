using CopBot.Matching.Experts;
using CsCheck;

namespace CopBot.Matching.Tests;

/// <summary>Whom to ask: the best, but not always the same.</summary>
public sealed class CarefulChoiceTests
{
    private static readonly IReadOnlyList<RankedExpert> Ranked =
        [.. Enumerable.Range(1, 6).Select(i => new RankedExpert(Id(i), 5 - (i * 0.5), true, null, 1))];

    private static readonly Dictionary<Guid, double> Rested = [];

    [Fact]
    public void the_best_are_asked_when_nobody_is_tired() =>
        Choose(Rested, number: 1).ShouldBe([Id(1), Id(2)]);

    [Fact]
    public void beside_the_best_whoever_was_asked_a_lot_is_spared()
    {
        Choose(new() { [Id(2)] = 6 }, number: 1).ShouldBe([Id(1), Id(3)]);
        Choose(new() { [Id(1)] = 6 }, number: 1).ShouldBe([Id(1), Id(2)], "nobody is as good");
    }

    [Fact]
    public void even_the_best_is_spared_in_the_end_if_another_is_as_good()
    {
        RankedExpert[] close = [new(Id(1), 1.05, true, null, 1), new(Id(2), 1, true, null, 1)];
        CarefulChoice.Order(close, new Dictionary<Guid, double> { [Id(1)] = 6 }, new HashSet<Guid>(), 1, 1)[0]
            .MemberId.ShouldBe(Id(2));
    }

    [Fact]
    public void every_third_question_goes_to_somebody_less_known_too()
    {
        Choose(new() { [Id(3)] = 1 }, number: 3, howMany: 3).ShouldBe([Id(1), Id(2), Id(4)]);
        Choose(Rested, number: 4, howMany: 3).ShouldBe([Id(1), Id(2), Id(3)]);
    }

    [Fact]
    public void among_equals_somebody_from_elsewhere_is_preferred()
    {
        RankedExpert[] equals = [new(Id(1), 1, true, null, 1), new(Id(2), 1, true, null, 1)];
        var chosen = CarefulChoice.Order(equals, Rested, new HashSet<Guid> { Id(2) }, howMany: 1, number: 1);
        chosen[0].MemberId.ShouldBe(Id(2));
        var better = CarefulChoice.Order(Ranked, Rested, new HashSet<Guid> { Id(2) }, howMany: 1, number: 1);
        better[0].MemberId.ShouldBe(Id(1), "somebody clearly better is asked wherever they are");
    }

    [Fact]
    public void nobody_is_lost_from_the_order() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 6], Gen.Double[0, 5].Array[6]).Sample((number, howMany, tired) =>
        {
            var loads = Ranked.Zip(tired).ToDictionary(pair => pair.First.MemberId, pair => pair.Second);
            Choose(loads, number, howMany, take: 99).Order().ShouldBe(Ranked.Select(expert => expert.MemberId).Order());
        });

    private static IEnumerable<Guid> Choose(Dictionary<Guid, double> loads, int number, int howMany = 2, int? take = null) =>
        CarefulChoice.Order(Ranked, loads, new HashSet<Guid>(), howMany, number)
            .Take(take ?? howMany).Select(expert => expert.MemberId);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
