using CopBot.Chat;
using CopBot.Features.Pages;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;
using CopBot.Storage;

namespace CopBot.Host.Pages;

/// <summary>What a slice reads to show something on a page: a turn in which nobody does anything.</summary>
internal sealed class PageTurns(
    IStore store, Platforms platforms, KnowledgeIndexes knowing, TimeProvider time, SecurityClock security)
{
    public Turn Of(CopBotDbContext db, PageVisitor visitor) => new()
    {
        Db = db,
        Community = visitor.Community,
        Now = time.GetUtcNow(),
        SecurityNow = security.Now,
        OccurredAt = time.GetUtcNow(),
        Platforms = platforms,
        Numbers = new QuestionNumbers(store),
        Knowing = knowing,
        MeaningOf = _ => null,
    };
}
