using System.Text.RegularExpressions;

namespace CopBot.Matching.Threads;

/// <summary>Words and signs by which people thank, agree, advise and ask in chats, in English and French.</summary>
internal static partial class Cues
{
    public static int Thanks(string text) => ThanksPattern().Count(text);

    public static int Agreeing(string text) => AgreeingPattern().Count(text);

    public static int Advice(string text) => AdvicePattern().Count(text);

    public static int Experience(string text) => ExperiencePattern().Count(text);

    public static bool YesOrNoFirst(string text) => YesOrNoPattern().IsMatch(text);

    public static bool AsksFirst(string text) => AskingPattern().IsMatch(text);

    public static int Smileys(string text) => SmileyPattern().Count(text);

    public static int Laughter(string text) => LaughterPattern().Count(text);

    public static int Addresses(string text) => AddressPattern().Count(text);

    public static int Numbers(string text) => NumberPattern().Count(text);

    public static int Pictures(string text) => PicturePattern().Count(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(thanks?|thank you|thanx|thnx|thx|tnx|ty|cheers|appreciated?|grateful|merci|remercie)\b", Options, 200)]
    private static partial Regex ThanksPattern();

    [GeneratedRegex(
        @"\b(me too|same here|i agree|agreed?|exactly|interested too|\+1|good luck|welcome|moi aussi|d.accord|exactement|bonne chance)\b",
        Options, 200)]
    private static partial Regex AgreeingPattern();

    [GeneratedRegex(
        @"\b(try|go to|call|check|contact|ask|visit|look (for|at)|see|use|get|take|you (can|could|should|need|have to|must|may|will)|"
        + @"u (can|need|should)|better|best|recommend|suggest|essayez|appelez|demandez|utilisez|regardez|vous (pouvez|devez|devriez)|"
        + @"il faut|mieux|conseille|recommande)\b",
        Options, 200)]
    private static partial Regex AdvicePattern();

    [GeneratedRegex(
        @"\b(i (had|have|did|got|used|went|bought|paid|know|think|heard|was)|my|we (had|have|did|used)|"
        + @"j.(ai|avais)|je (pense|crois|sais)|nous avons|mon|ma|mes)\b",
        Options, 200)]
    private static partial Regex ExperiencePattern();

    [GeneratedRegex(@"^\W*(yes|yeah|yep|no|nope|nah|oui|non|si)\b", Options, 200)]
    private static partial Regex YesOrNoPattern();

    [GeneratedRegex(
        @"^\W*(what|which|who|where|when|why|how|is|are|do|does|did|can|could|any|anyone|quel|quelle|qui|où|quand|pourquoi|comment|est-ce)\b",
        Options, 200)]
    private static partial Regex AskingPattern();

    [GeneratedRegex(@"[:;=8][-']?[)(DPp\]\[]|\p{So}|\p{Cs}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex SmileyPattern();

    [GeneratedRegex(@"\b(lo+l|ha(ha)+|he(he)+|hi(hi)+|rofl|lmao|mdr)\b", Options, 200)]
    private static partial Regex LaughterPattern();

    [GeneratedRegex(@"https?://|www\.|\b\w+@\w+\.", Options, 200)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"<img|\[img|\.(jpe?g|png|gif)\b", Options, 200)]
    private static partial Regex PicturePattern();
}
