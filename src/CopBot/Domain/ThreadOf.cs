using CopBot.Chat;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Finds the question that somebody means.</summary>
internal static class ThreadOf
{
    /// <summary>The question that words name by its handle, or by the thread they stand in.</summary>
    public static Task<Question?> NamedAsync(Turn turn, VerbIntent call, CancellationToken cancel) =>
        Handles.Split(call.Argument) is { } handle
            ? turn.Db.FindHandleAsync(turn.Community.Id, handle.Number, cancel)
            : QuestionAsync(turn, call.Message.Place.Ref, call.Message.Thread, cancel);

    /// <summary>The question that a platform's thread belongs to.</summary>
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
