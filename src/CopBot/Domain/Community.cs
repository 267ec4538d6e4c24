namespace CopBot.Domain;

/// <summary>People who do the same kind of work in different places and learn from each other.</summary>
internal sealed class Community : Root
{
    /// <summary>Its name in the settings, unique.</summary>
    public required string Name { get; init; }

    public required string Title { get; set; }

    /// <summary>BCP 47 tags, the first being what the bot speaks where it knows no better.</summary>
    public required List<string> Languages { get; set; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; set; }

    public Mirror Mirror { get; set; } = Mirror.Escalated;

    /// <summary>Working hours until each step of escalation.</summary>
    public int EscalateAfterHours { get; set; } = 16;

    /// <summary>How many questions were asked so far: the next one's handle is one more.</summary>
    public int Questions { get; set; }

    /// <summary>How many notes were kept so far: the next one's handle is one more.</summary>
    public int Notes { get; set; }

    /// <summary>When the digest is drafted: a cron expression of five fields, in the community's time zone.</summary>
    public string DigestSchedule { get; set; } = "0 9 * * 1";

    /// <summary>
    /// Hours after which a draft that the schedule made goes out by itself; 0 if it waits for a coordinator.
    /// </summary>
    public int DigestPostsAfterHours { get; set; }

    /// <summary>Days after an answer helped until its asker is asked whether it was used.</summary>
    public int FollowUpAfterDays { get; set; } = 28;

    /// <summary>Months after which members who left are forgotten; 0 if they are kept until they ask for it.</summary>
    public int ForgetAfterMonths { get; set; }

    /// <summary>Whether a question is answered at once by what the community knows already.</summary>
    public bool InstantAnswers { get; set; } = true;

    /// <summary>Signs the exports of the log. 32 random bytes; stays with the community.</summary>
    public required byte[] LogKey { get; init; }
}

/// <summary>Who sees a question beside the place it was asked in and the experts it was put to.</summary>
internal enum Mirror
{
    /// <summary>Nobody.</summary>
    Asked,

    /// <summary>Every home place, once nobody answered in time.</summary>
    Escalated,

    /// <summary>Every home place, at once.</summary>
    Always,
}
