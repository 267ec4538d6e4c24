using System.Collections.Concurrent;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// The communities' own terms, read again only when they changed: whoever changes one touches the community, and its
/// version is read in every turn anyway.
/// </summary>
internal sealed class Glossaries
{
    private readonly ConcurrentDictionary<Guid, (int Version, IReadOnlyList<GlossaryForm> Forms)> _read = new();

    /// <summary>All forms of all terms, as the view that the community is of sees them.</summary>
    public async Task<IReadOnlyList<GlossaryForm>> OfAsync(
        CopBotDbContext view, Community community, CancellationToken cancel)
    {
        if (_read.TryGetValue(community.Id, out var known) && known.Version == community.Version) return known.Forms;
        var forms = await view.GlossaryForms.AsNoTracking().Where(form => form.CommunityId == community.Id)
            .ToListAsync(cancel);
        _read[community.Id] = (community.Version, forms);
        return forms;
    }
}
