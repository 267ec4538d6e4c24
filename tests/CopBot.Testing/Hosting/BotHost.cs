using CopBot.Chat;
using CopBot.Domain;
using CopBot.Features.Participation;
using CopBot.Host.Composition;
using CopBot.Pipeline;
using CopBot.Storage;
using CopBot.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CopBot.Testing.Hosting;

/// <summary>A whole CopBot as it ships, on a free port of loopback, with its data in a folder of its own.</summary>
public sealed class BotHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private BotHost(WebApplication app, string folder, bool ownsFolder)
    {
        _app = app;
        Folder = folder;
        _ownsFolder = ownsFolder;
    }

    public string Folder { get; }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    internal IStore Store => Services.GetRequiredService<IStore>();

    /// <summary>The file, on SQLite; elsewhere there is none.</summary>
    public string DatabaseFile => Services.GetRequiredService<Settings>().Database.Where;

    /// <summary>How many rows came in, whatever became of them.</summary>
    public async Task<int> ReceivedAsync()
    {
        await using var db = await OpenAsync();
        return await db.Inbox.CountAsync();
    }

    /// <summary>Starts the bot.</summary>
    /// <param name="settings">Settings by their full names.</param>
    /// <param name="folder">Where an earlier run left its data; null for a new folder that goes with the host.</param>
    /// <param name="adjust">What the test adds or replaces.</param>
    public static async Task<BotHost> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null,
        string? folder = null,
        Action<WebApplicationBuilder>? adjust = null)
    {
        var home = folder ?? Directory.CreateTempSubdirectory("copbot-test-").FullName;
        List<string> args = ["--environment=Development", $"--contentRoot={home}"];
        if (settings?.ContainsKey("urls") != true) args.Add("--urls=http://127.0.0.1:0");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            args.Add($"--{name}={value}");
        }

        var app = WebHost.Build([.. args], builder =>
        {
            builder.Logging.ClearProviders();
            if (TestEngine.IsPostgres) TestEngine.Use(builder.Services, home);
            if (Environment.GetEnvironmentVariable("COPBOT_TEST_LOG") is not null) builder.Logging.AddConsole();
            adjust?.Invoke(builder);
        });
        var database = app.Services.GetRequiredService<Settings>().Database;
        if (!TestEngine.IsPostgres && database is { Provider: Engine.Sqlite, Where: var file } && !File.Exists(file))
        {
            await EmptyDatabase.CopyToAsync(file);
        }

        await app.StartAsync();
        return new(app, home, folder is null);
    }

    /// <summary>A code that makes its sender coordinator, as the command line prints it.</summary>
    public Task<string> ClaimCodeAsync() => Store.WriteAsync(
        async (db, cancel) =>
        {
            var clock = Services.GetRequiredService<SecurityClock>();
            var community = await db.Communities.OrderBy(c => c.Name).FirstAsync(cancel);
            var (code, record) = Codes.New(
                Guid.CreateVersion7(clock.Now), community.Id, CodePurpose.Claim, null, clock.Now);
            db.Codes.Add(record);
            await db.SaveChangesAsync(cancel);
            return code;
        },
        CancellationToken.None);

    /// <summary>Makes it a certain time for the community; nothing else minds.</summary>
    public void SetClock(DateTimeOffset now) => Services.GetRequiredService<DomainClock>().Set(now);

    /// <summary>The time of the community.</summary>
    public DateTimeOffset Now => Services.GetRequiredService<DomainClock>().GetUtcNow();

    /// <summary>
    /// How many entries of a type the log has under any pseudonym that leads to a member outside of a veil.
    /// </summary>
    public async Task<int> NamesInLogAsync(string type, string name)
    {
        await using var db = await OpenAsync();
        var member = await db.Members.SingleAsync(m => m.Name == name);
        var names = await db.Pseudonyms.Where(p => p.MemberId == member.Id && p.QuestionId == null)
            .Select(p => p.Value).ToListAsync();
        return await db.Log.CountAsync(e => e.Type == type && names.Contains(e.Actor!));
    }

    public async Task<int> MembersNamedAsync(string name)
    {
        await using var db = await OpenAsync();
        return await db.Members.CountAsync(member => member.Name == name);
    }

    /// <summary>How often a message was sent again although an earlier attempt may have arrived.</summary>
    public async Task<int> PossibleRepeatsAsync()
    {
        await using var db = await OpenAsync();
        return await db.Outbox.SumAsync(row => row.PossibleRepeats);
    }

    /// <summary>All that lies in the store, as whoever gets hold of it could read it, by table or file.</summary>
    public Task<IReadOnlyList<(string Name, byte[] Content)>> StoredAsync() =>
        TestEngine.IsPostgres ? StoredContent.OfTablesAsync(Folder) : StoredContent.OfFilesAsync(DatabaseFile);

    /// <summary>Keeps everybody from writing down what comes in, until it is disposed of.</summary>
    public Task<IAsyncDisposable> HoldUpAsync() =>
        TestEngine.IsPostgres ? HeldUp.TableAsync(Folder) : HeldUp.FileAsync(DatabaseFile);

    /// <summary>How many questions there are.</summary>
    public async Task<int> QuestionsAsync()
    {
        await using var db = await OpenAsync();
        return await db.Questions.CountAsync();
    }

    /// <summary>Questions with an answer that helped, as if they had been asked over the years.</summary>
    public Task SeedAnswersAsync(int count) => SeedAnswersAsync(
        [.. Enumerable.Range(0, count).Select(i => ($"Who signs contracts of kind {i}?", $"The controlling officer of district {i % 7}."))]);

    /// <summary>As above, of certain texts.</summary>
    public Task SeedAnswersAsync(IReadOnlyList<(string Question, string Answer)> said, int from = 1000) => Store.WriteAsync(
        async (db, cancel) =>
        {
            var community = await db.Communities.OrderBy(c => c.Name).FirstAsync(cancel);
            foreach (var (i, (asked, answered)) in said.Index())
            {
                var question = new Question
                {
                    Id = Guid.CreateVersion7(), CommunityId = community.Id, Number = from + i, AskedAt = Now,
                    Text = asked, State = QuestionState.Solved,
                };
                db.Questions.Add(question);
                db.Contributions.Add(new()
                {
                    Id = Guid.CreateVersion7(), QuestionId = question.Id, CommunityId = community.Id, Kind = ContributionKind.Answer,
                    Text = answered, SaidAt = Now, HelpedAt = Now,
                });
            }

            await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);

    internal Task<CopBotDbContext> OpenAsync() => Store.OpenAsync(CancellationToken.None);

    /// <summary>Waits until nothing waits: no inbox row, no outbox row, nothing unsealed.</summary>
    public async Task SettleAsync()
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            if (!Store.HasArrivals)
            {
                await using var db = await Store.OpenAsync(CancellationToken.None);
                var waiting = await db.Inbox.CountAsync(row => row.State == RowState.Pending)
                    + await db.Outbox.CountAsync(row => row.State == RowState.Pending)
                    + await db.Log.CountAsync(entry => entry.Sequence == null);
                if (waiting == 0) return;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException("The bot did not settle.");
    }

    /// <summary>Throws unless the log of every community holds.</summary>
    public async Task VerifyLogAsync()
    {
        await using var db = await Store.OpenAsync(CancellationToken.None);
        foreach (var community in await db.Communities.ToListAsync())
        {
            var verdict = await LogVerification.VerifyAsync(db, community, null, CancellationToken.None);
            if (verdict.Fault is not null) throw new InvalidOperationException(verdict.Fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_ownsFolder) return;
        await TestEngine.DropAsync(Folder);
        Directory.Delete(Folder, recursive: true);
    }
}
