using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Translating;

/// <summary>
/// What is known, in the reader's language: made by a machine, said so, and the original one press away.
/// </summary>
internal static partial class TranslatingFeature
{
    public const string Timer = "translate";

    public static Feature Declaration { get; } = new("Translating")
    {
        Topic = HelpTopic.Knowing,
        Verbs =
        [
            new Verb("translate", new("translate N12 – a note in your language, by a machine", "traduire N12 – une note dans votre langue, par une machine"))
            {
                Aliases = ["traduire"],
                Argument = Note(),
                ArgumentRequired = true,
                Handle = async (turn, call, cancel) =>
                    Translate.Ask(turn, (await Translate.NamedAsync(turn, call.Argument, cancel))?.Id),
            },
        ],
        Actions =
        [
            new ActionDeclaration(FoundCards.Translate)
            {
                Handle = (turn, press, _) => Task.FromResult(
                    Translate.Ask(turn, Guid.TryParseExact(press.Argument, "N", out var id) ? id : null)),
            },
            new ActionDeclaration("original") { Handle = Translate.OriginalAsync },
        ],
        Timers = [new TimerDeclaration(Timer, Translate.DueAsync)],
    };

    [GeneratedRegex(@"[:\s]*N[0-9]{1,9}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Note();
}
