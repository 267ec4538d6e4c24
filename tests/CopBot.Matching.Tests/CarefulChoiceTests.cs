using CopBot.Matching.Experts;

namespace CopBot.Matching.Tests;

/// <summary>Whom to ask: the best, but not always the same.</summary>
public sealed class CarefulChoiceTests
{
    private static readonly IReadOnlyList<RankedExpert> Ranked =
        [.. Enumerable.Range(1, 6).Select(i => new RankedExpert(Id(i), 5 - (i * 0.5), null, 1))];

    private static readonly Dictionary<Guid, double> Rested = [];

    [Fact]
    public void the_best_are_asked_when_nobody_is_tired() =>
        Choose(Rested, number: 1).ShouldBe([Id(1), Id(2)]);

    [Fact]
    public void whoever_was_asked_a_lot_is_spared() =>
        Choose(new() { [Id(1)] = 6 }, number: 1).ShouldBe([Id(2), Id(3)]);

    [Fact]
    public void every_third_question_goes_to_somebody_less_known_too()
    {
        Choose(new() { [Id(3)] = 1 }, number: 3).ShouldBe([Id(1), Id(2), Id(4)]);
        Choose(Rested, number: 4).Count().ShouldBe(2);
    }

    [Fact]
    public void among_equals_somebody_from_elsewhere_is_preferred()
    {
        RankedExpert[] equals = [new(Id(1), 1, null, 1), new(Id(2), 1, null, 1)];
        var chosen = CarefulChoice.Choose(equals, Rested, new HashSet<Guid> { Id(2) }, howMany: 1, number: 1);
        chosen.Single().MemberId.ShouldBe(Id(2));
        var better = CarefulChoice.Choose(Ranked, Rested, new HashSet<Guid> { Id(2) }, howMany: 1, number: 1);
        better.Single().MemberId.ShouldBe(Id(1), "somebody clearly better is asked wherever they are");
    }

    private static IEnumerable<Guid> Choose(Dictionary<Guid, double> loads, int number) =>
        CarefulChoice.Choose(Ranked, loads, new HashSet<Guid>(), 2, number).Select(expert => expert.MemberId);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
