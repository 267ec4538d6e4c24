using System.Collections.Concurrent;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// The communities' own terms, read again only when they changed: whoever changes one touches the community, and its
/// version is read in every turn anyway. After a minute they are read all the same: a host of an earlier version
/// beside this one touches nothing.
/// </summary>
internal sealed class Glossaries(TimeProvider time)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, Reading> _read = new();

    /// <summary>All forms of all terms, as the view that the community is of sees them.</summary>
    public async Task<IReadOnlyList<GlossaryForm>> OfAsync(
        CopBotDbContext view, Community community, CancellationToken cancel)
    {
        if (_read.TryGetValue(community.Id, out var known) && known.Version == community.Version
            && time.GetElapsedTime(known.Since) < Trusted)
        {
            return known.Forms;
        }

        var since = time.GetTimestamp();
        var forms = await view.GlossaryForms.AsNoTracking().Where(form => form.CommunityId == community.Id)
            .ToListAsync(cancel);
        _read[community.Id] = new(community.Version, since, forms);
        return forms;
    }

    private sealed record Reading(int Version, long Since, IReadOnlyList<GlossaryForm> Forms);
}
