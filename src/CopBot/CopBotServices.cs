using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Features;
using CopBot.Features.Digests;
using CopBot.Features.Pages;
using CopBot.Features.Participation;
using CopBot.Pipeline;
using CopBot.Pipeline.Assisting;
using CopBot.Pipeline.Knowing;
using CopBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CopBot;

/// <summary>Composes the product. Platforms and the store come from elsewhere.</summary>
internal static class CopBotServices
{
    public static IServiceCollection AddCopBot(
        this IServiceCollection services, CommunitySettings communities, string indexFolder, Uri? publicUrl = null)
    {
        // First: whatever asks a database without a schema fails, and EF Core's first queries may not run side by side
        // (https://github.com/dotnet/efcore/issues/25205).
        services.AddHostedService<Startup>();
        services.AddSingleton(new PublicSite(publicUrl));
        services.AddSingleton<PageDoor>();
        services.AddSingleton<StopDoor>();
        services.AddSingleton(communities);
        services.AddSingleton(provider => new IndexRoom(
            indexFolder, provider.GetRequiredService<ILogger<IndexRoom>>()));
        services.AddSingleton(new SecurityClock(TimeProvider.System));
        services.AddSingleton<DomainClock>(provider => new(provider.GetRequiredService<SecurityClock>().Time));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DomainClock>());
        services.AddSingleton(new Registry(FeatureCatalog.All));
        services.AddSingleton<Platforms>();
        services.AddSingleton<Tally>();
        services.AddSingleton<WakeUps>();
        services.AddSingleton<Waiters>();
        services.AddSingleton<OfferingPlaces>();
        services.AddHostedService(provider => provider.GetRequiredService<OfferingPlaces>());
        services.AddSingleton<Concern>();
        services.AddSingleton<IIntake, IntakeService>();
        services.AddSingleton<IPlatformMemory, PlatformMemory>();
        services.AddSingleton<ReadingTurns>();
        services.AddSingleton<ImmediateLane>();
        services.AddSingleton<IntentResolver>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<Scenes>();
        services.AddSingleton<Decider>();
        services.AddSingleton<KnowledgeIndexes>();
        services.AddKeyedSingleton(nameof(KnowledgeKeeper), (_, _) => WorkerThreads.Apart("Knowledge"));
        services.AddHostedService<KnowledgeKeeper>();
        services.AddSingleton<TokenBudget>();
        services.AddSingleton(provider => new SoughtMeanings(
            provider.GetService<ITextModel>(),
            provider.GetRequiredService<TokenBudget>(),
            provider.GetRequiredService<KnowledgeIndexes>(),
            provider.GetRequiredService<SecurityClock>(),
            provider.GetRequiredService<ILogger<SoughtMeanings>>()));
        services.AddSingleton(provider => new Writings(
            provider.GetService<ITextModel>(),
            provider.GetRequiredService<TokenBudget>(),
            provider.GetRequiredService<ILogger<Writings>>()));
        services.AddSingleton(provider => new TextEmbedding(
            provider.GetService<ITextModel>(),
            provider.GetRequiredService<TokenBudget>(),
            provider.GetRequiredService<ILogger<TextEmbedding>>()));
        services.AddSingleton(provider => new MeaningPass(
            provider.GetService<ITextModel>(),
            provider.GetRequiredService<SoughtMeanings>(),
            provider.GetRequiredService<TextEmbedding>(),
            provider.GetRequiredService<IStore>(),
            provider.GetRequiredService<SecurityClock>(),
            provider.GetRequiredService<ILogger<MeaningPass>>()));
        services.AddHostedService<MeaningKeeper>();
        services.AddSingleton<Preparation>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<Sender>();
        services.AddSingleton<CommunitySetup>();
        services.AddSingleton(IntakeRoom.Default);
        services.AddSingleton<WorkerThreads>();
        services.AddHostedService<InboxWorker>();
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<TimerWorker>();
        services.AddHostedService<Sealer>();
        services.AddHostedService<Heartbeat>();
        services.AddHostedService<QueueAges>();
        return services;
    }
}
