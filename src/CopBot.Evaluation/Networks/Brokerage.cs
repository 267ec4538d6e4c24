namespace CopBot.Evaluation.Networks;

/// <summary>
/// How often somebody passes on between two who are not tied directly, by whose groups they are of (Gould and Fernandez
/// 1989, Sociological Methodology 19:89): i → broker → j without i → j.
/// </summary>
/// <param name="Coordinator">All three of one group.</param>
/// <param name="Itinerant">Both others of one group, the broker of another.</param>
/// <param name="Representative">Broker and who gives of one group, who takes of another.</param>
/// <param name="Gatekeeper">Broker and who takes of one group, who gives of another.</param>
/// <param name="Liaison">Three groups.</param>
public sealed record Brokerage(
    int Coordinator, int Itinerant, int Representative, int Gatekeeper, int Liaison)
{
    /// <summary>All of them.</summary>
    public int Total => Coordinator + Itinerant + Representative + Gatekeeper + Liaison;

    /// <summary>Of one node.</summary>
    /// <param name="ties">Who helped whom.</param>
    /// <param name="back">The same, reversed.</param>
    /// <param name="groups">The group of each; nodes of unknown group are left out.</param>
    /// <param name="broker">The node.</param>
    public static Brokerage Of(Adjacency ties, Adjacency back, IReadOnlyList<string?> groups, int broker)
    {
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(back);
        var (coordinator, itinerant, representative, gatekeeper, liaison) = (0, 0, 0, 0, 0);
        var own = groups[broker];
        if (string.IsNullOrEmpty(own)) return new(0, 0, 0, 0, 0);
        foreach (var from in back.Of(broker))
        {
            var giving = groups[from];
            if (string.IsNullOrEmpty(giving)) continue;
            foreach (var to in ties.Of(broker))
            {
                var taking = groups[to];
                if (from == to || string.IsNullOrEmpty(taking) || ties.Leads(from, to)) continue;
                if (giving == own && taking == own) coordinator++;
                else if (giving == taking) itinerant++;
                else if (giving == own) representative++;
                else if (taking == own) gatekeeper++;
                else liaison++;
            }
        }

        return new(coordinator, itinerant, representative, gatekeeper, liaison);
    }
}
