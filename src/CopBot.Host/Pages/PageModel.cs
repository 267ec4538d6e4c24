using CopBot.Features.Pages;
using CopBot.Pipeline;

namespace CopBot.Host.Pages;

/// <summary>What a page shows and to whom. Components are public; what they show is not.</summary>
public sealed class PageModel
{
    internal Language Language { get; init; }

    internal PageVisitor? Visitor { get; init; }

    internal OverviewData? Overview { get; init; }

    /// <summary>The title of the visitor's community.</summary>
    internal string Community => Visitor?.Community.Title ?? "";

    internal string In(Phrase phrase, params ReadOnlySpan<object?> arguments) => phrase.In(Language, arguments);
}
