using CopBot.Chat.Cards;
using CopBot.Testing.Cards;

namespace CopBot.Teams.Tests;

public sealed class ActionRowsTests
{
    [Fact]
    public void short_buttons_stand_three_in_a_row() => Rows("Answer", "Pass", "Suggest someone", "Withdraw")
        .ShouldBe(["Answer | Pass | Suggest someone", "Withdraw"]);

    [Fact]
    public void long_ones_go_on_in_the_next_row() => Rows("Tout m’envoyer", "Ne plus me contacter", "Refuser la recherche", "M’effacer")
        .ShouldBe(["Tout m’envoyer", "Ne plus me contacter", "Refuser la recherche | M’effacer"]);

    [Fact]
    public void a_very_long_one_has_a_row_of_its_own() => Rows("One", new string('x', 60), "Two")
        .ShouldBe(["One", new string('x', 60), "Two"]);

    private static IEnumerable<string> Rows(params string[] labels)
    {
        var card = new Card("Summary") { Actions = [.. labels.Select(label => new CardAction("act", label, null, label))] };
        return Renderings.TeamsCard(card)["body"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "ActionSet")
            .Select(row => string.Join(" | ", row!["actions"]!.AsArray().Select(action => action!["title"]!.GetValue<string>())));
    }
}
