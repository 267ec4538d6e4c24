using CopBot.Pipeline;

namespace CopBot.Host.Tests;

/// <summary>What the bot says agrees with its numbers, in each language by its own rule.</summary>
public sealed class Phrases
{
    private static readonly Phrase Open = new(
        "{0} open {0:question|questions} of {1} {1:member|members}", "{0} {0:question ouverte|questions ouvertes} de {1} {1:membre|membres}");

    [Theory]
    [InlineData(0, 0, "0 open questions of 0 members", "0 question ouverte de 0 membre")]
    [InlineData(1, 2, "1 open question of 2 members", "1 question ouverte de 2 membres")]
    [InlineData(2, 1, "2 open questions of 1 member", "2 questions ouvertes de 1 membre")]
    public void words_follow_their_number(int questions, int members, string english, string french)
    {
        Open.In(Language.English, questions, members).ShouldBe(english);
        Open.In(Language.French, questions, members).ShouldBe(french);
    }
}
