using CopBot.Chat.Diagnosis;

namespace CopBot.Slack.Tests;

/// <summary>Whoever makes up names of events fills neither the memory nor the log.</summary>
public sealed class UnknownTypesTests
{
    private readonly UnknownTypes _types = new();

    [Fact]
    public void each_type_is_told_once_for_each_connection()
    {
        _types.ToTell("slack/main", "file_renamed").ShouldBe("file_renamed");
        _types.ToTell("slack/main", "file_renamed").ShouldBeNull();
        _types.ToTell("slack/other", "file_renamed").ShouldBe("file_renamed");
    }

    [Fact]
    public void no_more_are_told_than_a_platform_may_have() =>
        Enumerable.Range(0, 5000).Count(number => _types.ToTell("slack/main", $"made up {number}") is not null)
            .ShouldBe(UnknownTypes.Most);

    [Fact]
    public void of_a_long_name_only_the_beginning_is_told()
    {
        _types.ToTell("slack/main", new string('x', 100_000))!.Length.ShouldBe(81);
        _types.ToTell("slack/main", new string('x', 100_001)).ShouldBeNull();
    }
}
