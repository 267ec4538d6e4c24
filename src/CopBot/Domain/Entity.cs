namespace CopBot.Domain;

/// <summary>
/// Something with an identity of its own. Ids are UUID version 7: they sort by the time of their making.
/// </summary>
internal abstract class Entity
{
    public Guid Id { get; init; }
}

/// <summary>
/// The root of what must stay consistent: every change of it or of its parts raises the version, and two turns that
/// both changed it can't both commit.
/// </summary>
internal abstract class Root : Entity
{
    public int Version { get; private set; }

    /// <summary>Claims the root for this turn. Called by whatever changes one of its parts.</summary>
    public void Touch() => Touched = true;

    internal bool Touched { get; private set; }

    internal void RaiseVersion()
    {
        Version++;
        Touched = false;
    }
}
