using CopBot.Features.Pages;
using CopBot.Pipeline;

namespace CopBot.Host.Pages;

/// <summary>What a page shows and to whom. Components are public; what they show is not.</summary>
public sealed class PageModel
{
    internal Language Language { get; init; }

    internal PageVisitor? Visitor { get; init; }

    internal OverviewData? Overview { get; init; }

    internal ListData? List { get; init; }

    internal RosterData? Roster { get; init; }

    internal CopBot.Chat.Cards.Form? Form { get; init; }

    /// <summary>What was filled in before, by field.</summary>
    internal IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What was wrong with it, by field.</summary>
    internal IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>The title of the visitor's community.</summary>
    internal string Community => Visitor?.Community.Title ?? "";

    internal string In(Phrase phrase, params ReadOnlySpan<object?> arguments) => phrase.In(Language, arguments);
}
