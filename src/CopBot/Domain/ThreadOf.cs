using CopBot.Chat;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Finds the question that a platform's thread belongs to.</summary>
internal static class ThreadOf
{
    public static async Task<Question?> QuestionAsync(
        Turn turn, PlaceRef place, string? thread, CancellationToken cancel)
    {
        if (thread is null) return null;
        var id = await turn.Db.Threads
            .Where(t => t.Connection == place.Connection && t.PlaceId == place.Id && t.ThreadId == thread)
            .Select(t => (Guid?)t.QuestionId).FirstOrDefaultAsync(cancel);
        return id is { } known ? await turn.Db.FindQuestionAsync(known, cancel) : null;
    }
}
