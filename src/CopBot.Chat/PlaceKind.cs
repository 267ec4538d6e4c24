namespace CopBot.Chat;

/// <summary>What sort of place a conversation stands in.</summary>
public enum PlaceKind
{
    /// <summary>Many people; joined by name or by invitation.</summary>
    Channel,

    /// <summary>A handful of people, without a name of its own.</summary>
    Group,

    /// <summary>One person and the bot.</summary>
    Direct,

    /// <summary>The bot's own page for one person. Nothing is written there; only buttons are pressed.</summary>
    Home,
}
