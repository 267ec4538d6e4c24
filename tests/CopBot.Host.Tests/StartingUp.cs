using CopBot.Host.Composition;
using CopBot.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace CopBot.Host.Tests;

/// <summary>In which order a bot comes up.</summary>
public sealed class StartingUp
{
    /// <summary>
    /// A worker that came up earlier asked a database without a schema, and its first query beside the set-up's now and
    /// then ended the program.
    /// </summary>
    [Fact]
    public void the_schema_and_the_communities_are_there_before_any_worker_of_ours_runs()
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Development"]);
        WebHost.AddServices(builder.Services, Settings.Read(builder.Configuration, builder.Environment));

        var workers = builder.Services.Where(service => service.ServiceType == typeof(IHostedService)).ToList();
        var startup = workers.FindIndex(worker => worker.ImplementationType == typeof(Startup));
        var ours = workers.FindIndex(worker => worker.ImplementationFactory is not null
            || worker.ImplementationType?.FullName?.StartsWith("CopBot.", StringComparison.Ordinal) == true);
        startup.ShouldBeGreaterThanOrEqualTo(0);
        ours.ShouldBe(startup, string.Join(", ", workers.Select(worker => worker.ImplementationType?.Name ?? "?")));
        workers.Count.ShouldBeGreaterThan(8);
    }
}
