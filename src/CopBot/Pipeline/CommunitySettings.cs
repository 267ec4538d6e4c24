namespace CopBot.Pipeline;

/// <summary>One community's settings.</summary>
internal sealed class CommunityOptions
{
    public string Title { get; set; } = "Community of practice";

    public IList<string> Languages { get; set; } = [];

    public string TimeZone { get; set; } = "UTC";

    /// <summary>E-mail addresses; they count only on connections that trust their domains.</summary>
    public IList<string> Coordinators { get; set; } = [];

    public Domain.Mirror Mirror { get; set; } = Domain.Mirror.Escalated;

    /// <summary>A cron expression of five fields, in the community's time zone.</summary>
    public string DigestSchedule { get; set; } = "0 9 * * 1";

    /// <summary>
    /// Hours after which a draft that the schedule made goes out by itself; 0 if it waits for a coordinator.
    /// </summary>
    public int DigestPostsAfterHours { get; set; }

    /// <summary>Days after an answer helped until its asker is asked whether it was used.</summary>
    public int FollowUpAfterDays { get; set; } = 28;

    /// <summary>Months after which members who left are forgotten; 0 if they are kept until they ask for it.</summary>
    public int ForgetAfterMonths { get; set; }

    /// <summary>The name of a community to hold this one against in reports; null for none.</summary>
    public string? Sister { get; set; }

    /// <summary>Whether questions are answered at once by what the community knows already.</summary>
    public bool InstantAnswers { get; set; } = true;

    /// <summary>Working hours until each step of escalation.</summary>
    public int EscalateAfterHours { get; set; } = 16;
}

/// <summary>The communities of the settings, by name. At least one.</summary>
internal sealed class CommunitySettings(IReadOnlyDictionary<string, CommunityOptions> communities)
{
    public IReadOnlyDictionary<string, CommunityOptions> All => communities;

    /// <summary>The name a connection's setting means: itself, or the only one.</summary>
    public string Resolve(string? name) => name ?? communities.Keys.First();

    public CommunityOptions Of(string name) => communities.GetValueOrDefault(name) ?? new CommunityOptions();
}
