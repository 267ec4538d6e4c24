using System.Text.RegularExpressions;

namespace CopBot.Matching.Detection;

/// <summary>
/// Tells whether somebody who wrote to everybody asks what others may know. In doubt it does not: a question that is
/// missed costs little, an offer that nobody wants costs trust.
/// </summary>
public static partial class QuestionRecognition
{
    private const int Longest = 2000;

    /// <summary>Shorter is small talk, or belongs to what was said before.</summary>
    private const int FewestWords = 4;

    /// <summary>Scripts without blanks have words of two letters or so.</summary>
    private const int FewestLetters = 8;

    /// <summary>Whether a message asks for knowledge.</summary>
    /// <param name="text">The message, as it was written.</param>
    public static bool Asks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var own = Foreign().Replace(text.Length > Longest ? text[..Longest] : text, " ");
            return !ToOne().IsMatch(own) && Sentences().Matches(own).Select(match => match.Value.Trim()).Any(Asked);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool Asked(string sentence)
    {
        if (!IsLongEnough(sentence) || Social().IsMatch(sentence)) return false;
        if (Seeks().IsMatch(sentence)) return true;
        var marked = Mark().IsMatch(sentence);
        return marked ? !ToYou().IsMatch(sentence) || Interrogative().IsMatch(sentence) : HowTo().IsMatch(sentence);
    }

    private static bool IsLongEnough(string sentence) =>
        sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords
        || (Unspaced().IsMatch(sentence) && sentence.Count(char.IsLetter) >= FewestLetters);

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>What somebody else said, code, addresses.</summary>
    [GeneratedRegex(@"^\s*(>|&gt;).*$|```[\s\S]*?(```|\z)|`[^`\n]*`|https?://\S+", Usual | RegexOptions.Multiline, 200)]
    private static partial Regex Foreign();

    /// <summary>Said to one person.</summary>
    [GeneratedRegex(@"^\s*(@\S|<@|(hi|hello|hey|dear|bonjour|salut|cher|chère|hola)\s+(?!all\b|everyone|everybody|team|colleagues|folks|friends|there|again|tous|toutes|à tous|chers|collègues|todos|equipo)\p{L}+\s*[,:!])", Usual, 200)]
    private static partial Regex ToOne();

    [GeneratedRegex(@"[^.!?？؟;。\n]+[.!?？؟;。]*", Usual, 200)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"[?？؟;]\s*$", Usual, 200)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}\p{IsHangulSyllables}]", Usual, 200)]
    private static partial Regex Unspaced();

    /// <summary>How people are, when to meet, whether that is all right: no knowledge.</summary>
    [GeneratedRegex(@"\b(how (are|r) (you|u|things|everyone)|how('s| is| was) (it|your|everyone|everything|the weekend)|what'?s up|right\?|ok(ay)?\?|(is|was|are|were|do|does|did|wo|ca|could|would|should|has|have)n'?t (it|you|we|they|he|she|that)\s*\?|who('s| is| else is)? (in|up|coming|joining|free|available)\b|(shall|should) we (meet|start|begin|go|have|do (this|that))|(lunch|coffee|beer|drinks?|birthday|weekend|holiday|vacation)\b|can (you|u) (hear|see) me|(any|some) (news|updates?|thoughts|feedback)\b.{0,30}\?|what time|what do you (all )?think|comment (ça va|allez|vas)|ça va|on (se voit|commence|y va|déjeune)|quelle heure|qu'en pensez|d'accord \?|n'est-ce pas|déjeuner|café|anniversaire|cómo est(á|ás|án)|qué tal|almuerzo|wie geht)", Usual, 200)]
    private static partial Regex Social();

    /// <summary>Asked of anybody who knows, with or without a mark.</summary>
    [GeneratedRegex(@"\b((does|do|did|has|have|is|are|can|could|would|might)\s+(any(one|body|\sof you)|some(one|body))\b(?!.{0,20}\b(in|here|free|available|join))|any(one|body)\s+(here\s+)?(know|knows|who|has|have|with|tried|using|used|got|done|experience)|any (idea|ideas|tips|advice|suggestions|recommendations|experience|examples?|pointers)\b|looking for (advice|help|examples?|guidance|a (way|method|template|model)|somebody|someone)|(need|want) (some )?(help|advice|guidance) (with|on|about)|wondering (how|whether|if|what|which)|(quelqu'un|qqn|est-ce que quelqu'un)\s.{0,40}(sait|connaît|connait|peut|pourrait|a|aurait|utilise|essayé)|(je|nous) cherch(e|ons) (un|une|des|de l'aide|comment)|auriez-vous (un|une|des)|avez-vous (un|une|des) (exemple|modèle|conseil|expérience)|une idée (de|sur|pour)|alguien (sabe|tiene|conoce|ha|puede)|alguém (sabe|tem|conhece|pode)|weiß jemand|kennt jemand|hat jemand|кто-нибудь (знает|может)|кто (знает|может))", Usual, 200)]
    private static partial Regex Seeks();

    /// <summary>Begins like a question about how something is done, even where the mark was forgotten.</summary>
    [GeneratedRegex(@"^\W*(how (do|does|can|could|should|would|did) (i|we|you|one|other|countries|ministries|people)\b|how to\b|what (is|are) the (best|right|usual|difference|rule|rules|procedure|process|deadline)|where (do|can|could|should) (i|we|one)\b|which .{3,40} (should|do|does|can) (i|we|you|one)\b|comment (fait-on|faire|faites-vous|peut-on|puis-je|doit-on|choisir|gérer|traiter)|où (peut-on|puis-je|trouver)|quel(le)?s? (est|sont) (la|le|les) (meilleur|différence|règle|procédure|délai)|cómo (se|puedo|podemos|hacer)|como (se|posso|podemos|fazer)|wie (kann|macht|geht) (man|ich|ihr))", Usual, 200)]
    private static partial Regex HowTo();

    /// <summary>Asks you to do something, or about you.</summary>
    [GeneratedRegex(@"\b((can|could|will|would) (you|u) (please )?(send|share|check|look|call|give|let|confirm|forward|update|sign|review|join|come|help me)|(did|have|are|were|will|do) (you|u)\b|(peux|pouvez|pourriez|pourrais|as|avez|es|êtes|viens|venez)[- ](tu|vous)|(puedes|podrías|has|estás)\b)", Usual, 200)]
    private static partial Regex ToYou();

    [GeneratedRegex(@"^\W*(and |but |so |also |et |mais )?(how|what|which|where|why|who|when|comment|quel|quelle|quels|quelles|pourquoi|où|qui|combien|cómo|qué|cuál|dónde|por qué|como|qual|onde|wie|was|welche|warum|wo|как|какой|какая|какие|где|почему|كيف|ما|أين|لماذا|怎么|如何|什么|哪|どう|どの|何)", Usual, 200)]
    private static partial Regex Interrogative();
}
