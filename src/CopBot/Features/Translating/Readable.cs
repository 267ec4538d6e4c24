using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Translating;

/// <summary>What anybody of the community may read: decided anew whenever it is wanted.</summary>
internal static class Readable
{
    /// <param name="turn">The turn.</param>
    /// <param name="id">Of a published note, or of an answer that helped.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Found?> FindAsync(Turn turn, Guid id, CancellationToken cancel)
    {
        var community = turn.Community.Id;
        var notes = await KnownTexts.FoundNotesAsync(turn.Db, [id], cancel);
        if (notes.Find(note => note.CommunityId == community) is { } note) return new(note, null, null, 0, 0);
        var question = await turn.Db.Contributions.Where(c => c.Id == id && c.CommunityId == community)
            .Select(c => c.QuestionId).FirstOrDefaultAsync(cancel);
        var answers = await KnownTexts.FoundAnswersAsync(turn.Db, [question], cancel);
        return answers.Where(pair => pair.Answer.Id == id)
            .Select(pair => new Found(null, pair.Question, pair.Answer, 0, 0)).FirstOrDefault();
    }
}
