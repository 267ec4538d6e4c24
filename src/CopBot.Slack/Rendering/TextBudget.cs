using CopBot.Chat.Cards;

namespace CopBot.Slack.Rendering;

/// <summary>
/// How much text a message may still hold. What does not fit is shortened, and what comes after is left out.
/// </summary>
internal sealed class TextBudget(int characters)
{
    private int _left = characters;

    public bool IsSpent => _left <= 1;

    public bool Fits(string words) => words.Length <= _left;

    /// <summary>As much of the words as fits.</summary>
    public string Take(string words)
    {
        if (IsSpent) return "";
        var fitting = Shortening.To(words, _left);
        _left -= fitting.Length;
        return fitting;
    }
}
