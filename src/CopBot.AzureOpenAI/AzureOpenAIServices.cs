using CopBot.Pipeline.Assisting;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.AzureOpenAI;

/// <summary>Composes the adapter.</summary>
internal static class AzureOpenAIServices
{
    private const string Name = "AzureOpenAI";

    public static IServiceCollection AddAzureOpenAI(this IServiceCollection services, AzureOpenAIOptions options)
    {
        services.AddHttpClient(Name, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // The key goes to the address of the settings, and nowhere else.
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddHttpMessageHandler(() => new LimitedAnswers());
        services.AddSingleton<Patience>();
        services.AddSingleton<ITextModel>(provider => new AzureTextModel(
            options,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Name),
            provider.GetRequiredService<Patience>()));
        return services;
    }
}
