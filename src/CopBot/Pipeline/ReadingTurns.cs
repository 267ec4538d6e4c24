using CopBot.Chat;
using CopBot.Domain;
using CopBot.Matching.Meanings;
using CopBot.Pipeline.Knowing;
using CopBot.Storage;

namespace CopBot.Pipeline;

/// <summary>Turns in which nothing is decided: to open a form, to search, to show something on a page.</summary>
internal sealed class ReadingTurns(
    IStore store,
    Platforms platforms,
    KnowledgeIndexes knowing,
    SecurityClock security,
    TimeProvider time,
    PublicSite site)
{
    /// <param name="db">A view.</param>
    /// <param name="community">Whose.</param>
    /// <param name="actor">Who reads; null where it makes no difference.</param>
    /// <param name="meaningOf">What a text means, where that is known at once.</param>
    public Turn Of(
        CopBotDbContext db,
        Community community,
        Actor? actor = null,
        Func<string, TextMeaning?>? meaningOf = null) => new()
        {
            Db = db,
            Community = community,
            Now = time.GetUtcNow(),
            SecurityNow = security.Now,
            OccurredAt = time.GetUtcNow(),
            Platforms = platforms,
            Numbers = new QuestionNumbers(store),
            Knowing = knowing,
            MeaningOf = meaningOf ?? (_ => null),
            PublicUrl = site.Address,
            Actor = actor,
        };
}
