using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Host.Tests;

/// <summary>Names written from right to left are set apart from the sentence; others are left as they are.</summary>
public sealed class RightToLeft
{
    [Theory]
    [InlineData("ليلى حداد", true)]
    [InlineData("יעל כהן", true)]
    [InlineData("Kofi Mensah", false)]
    [InlineData("Bat-Erdene Дорж", false)]
    [InlineData("王伟", false)]
    public void a_name_is_set_apart_where_it_would_turn_the_sentence(string name, bool apart)
    {
        var sentence = new Phrase("{0} asks", "{0} demande").In(Language.French, name);
        sentence.ShouldBe(apart ? $"\u2068{name}\u2069 demande" : $"{name} demande");
        new Mention(name, []).Words.ShouldBe(apart ? $"\u2068{name}\u2069" : name);
    }
}
