using Npgsql;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>What the settings' connection string is completed with, and what it decides for itself.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void statements_are_prepared_unless_the_settings_say_otherwise()
    {
        AtMost("Host=db").ShouldBeGreaterThan(0);
        AtMost("Host=db;Max Auto Prepare=0").ShouldBe(0);
        AtMost("Host=db;MaxAutoPrepare=7").ShouldBe(7);
    }

    private static int AtMost(string settings) => new NpgsqlConnectionStringBuilder(Options.Complete(settings)).MaxAutoPrepare;
}
