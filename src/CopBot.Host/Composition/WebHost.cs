using Microsoft.Extensions.Configuration.Memory;
using CopBot.AzureOpenAI;
using CopBot.Mail;
using CopBot.Playground.Web;
using CopBot.Slack;
using CopBot.Teams;
using Microsoft.AspNetCore.DataProtection;

namespace CopBot.Host.Composition;

/// <summary>Puts the host together.</summary>
internal static class WebHost
{
    public const string DefaultAddress = "http://localhost:3978";

    /// <summary>The bot, ready to start.</summary>
    /// <param name="args">Settings given on the command line.</param>
    /// <param name="adjust">What tests add or replace.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        // Nothing reads settings again while it runs, and watching the folder would watch the database being written.
        var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        // What comes from a socket is on a thread of the pool already: it needs no second one.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        QuietDefaults(builder.Configuration);

        // What can't be read is the sender's fault, in Development too: 400, and no more about it.
        builder.Services.Configure<RouteHandlerOptions>(routing => routing.ThrowOnBadRequest = false);
        var settings = Settings.Read(builder.Configuration, builder.Environment);
        AddServices(builder.Services, settings);
        if (settings.Telemetry is { } collector) OpenTelemetrySection.AddTo(builder.Services, collector);
        adjust?.Invoke(builder);
        var app = builder.Build();
        Endpoints.Map(app, settings);
        return app;
    }

    /// <summary>The same composition for a command: nothing listens, no worker runs.</summary>
    public static WebApplication BuildOffline()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        AddServices(builder.Services, Settings.Read(builder.Configuration, builder.Environment));
        return builder.Build();
    }

    /// <summary>
    /// Below every file and variable: the framework's own chatter is off, wherever the program is started from. Its
    /// diagnostics of requests cost a tenth of an acknowledgement, even where nothing is written.
    /// </summary>
    private static void QuietDefaults(ConfigurationManager configuration) => ((IConfigurationBuilder)configuration)
        .Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
                ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
                ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
            },
        });

    public static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddRazorComponents();
        WithoutKeys(services);
        services.ConfigureHttpClientDefaults(client => client.UseSocketsHttpHandler((handler, _) => Outgoing(handler)));
        settings.Database.AddTo(services);
        services.AddCopBot(settings.Communities, settings.IndexFolder, settings.PageUrl);
        if (settings.AzureOpenAI is { } azure) services.AddAzureOpenAI(azure);
        services.AddSingleton<Pages.PageActs>();
        services.AddSingleton<Evaluating.StudyFolder>();
        services.AddSingleton<CopBot.Chat.IDrawing, Drawing.ChartPictures>();
        if (settings.Slack.Count > 0) services.AddSlack(settings.Slack);
        if (settings.Teams.Count > 0) services.AddTeams(settings.Teams);
        if (settings.Mail is { } mail) services.AddMail(mail);
        if (!settings.Playground) return;
        services.AddPlayground(settings.PlaygroundChatFile);
        services.AddHostedService<SeedSample>();
    }

    /// <summary>
    /// Razor components bring keys for what a browser is given to bring back. Nothing here uses them, but they would be
    /// made at the start and written to the home folder.
    /// See https://learn.microsoft.com/aspnet/core/security/data-protection/configuration/default-settings
    /// </summary>
    private static void WithoutKeys(IServiceCollection services)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var starting = services.Single(s => s.ServiceType == typeof(IHostedService)
            && s.ImplementationType?.Assembly == typeof(EphemeralDataProtectionProvider).Assembly);
        services.Remove(starting);
    }

    /// <summary>
    /// A connection that is not made soon fails as one, before the request itself is given up: then nothing was sent.
    /// None is kept for longer than a name of a host may lead elsewhere.
    /// </summary>
    private static void Outgoing(SocketsHttpHandler handler)
    {
        handler.ConnectTimeout = TimeSpan.FromSeconds(5);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
    }

    /// <summary>Tells whoever started it where to go.</summary>
    public static void Announce(WebApplication app)
    {
        var address = app.Urls.FirstOrDefault() ?? DefaultAddress;
        Console.WriteLine();
        Console.WriteLine(app.Services.GetRequiredService<Settings>().Playground
            ? $"CopBot is running. Try it in the Playground: {address}/playground"
            : $"CopBot is running on {address}.");
        Console.WriteLine();
    }
}
