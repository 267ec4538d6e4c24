using CopBot.Chat;
using CopBot.Host.Composition;
using CopBot.Playground;
using CopBot.Playground.Chat;
using CopBot.Playground.Sample;
using CopBot.Pipeline;
using CopBot.Playground.Web;

namespace CopBot.Host.Demonstration;

/// <summary>A whole CopBot with the Playground, in a folder of its own, without a web server.</summary>
internal sealed class Stage(WebApplication app) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);

    public SampleCommunity Sample => app.Services.GetRequiredService<SampleCommunity>();

    public PlaygroundInput Input => app.Services.GetRequiredService<PlaygroundInput>();

    private PlaygroundChat Chat => app.Services.GetRequiredService<PlaygroundChat>();

    public static async Task<Stage> OpenAsync(string folder, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = folder,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebHost.AddServices(builder.Services, Settings.Read(builder.Configuration, builder.Environment));
        var app = builder.Build();
        await app.StartAsync(cancel);
        return new(app);
    }

    /// <summary>Time passes, by the community's clock.</summary>
    public void GoOn(TimeSpan howLong)
    {
        var clock = app.Services.GetRequiredService<DomainClock>();
        clock.Set(clock.GetUtcNow() + howLong + TimeSpan.FromMinutes(1));
    }

    public SamplePerson Person(string id) =>
        Sample.Person(id) ?? throw new ArgumentException($"There is no {id} in the sample community.", nameof(id));

    public PlaceRef Place(string person, string place) => new(Person(person).FullConnection, place);

    public PlaceRef DirectChat(string person) =>
        PlaygroundPlatform.DirectPlaceOf(new(Person(person).FullConnection, person));

    /// <summary>Waits until somebody sees what is looked for.</summary>
    /// <returns>Null if it does not come.</returns>
    public async Task<PlaygroundPost?> SeesAsync(
        string person, PlaceRef place, Func<PlaygroundPost, bool> what, CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Patience);
        while (!timeout.IsCancellationRequested)
        {
            if (Chat.Read(place, person).LastOrDefault(what) is { } post) return post;
            await Task.Delay(Glance, cancel);
        }

        return null;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
