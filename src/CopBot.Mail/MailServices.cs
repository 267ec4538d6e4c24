using CopBot.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Mail;

/// <summary>Composes the adapter.</summary>
internal static class MailServices
{
    /// <summary>Registers mail with its server.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, MailOptions options) => services
        .AddSingleton<IChatPlatform>(provider => new MailPlatform(
            options, provider.GetService<IDrawing>(), provider.GetRequiredService<TimeProvider>()));
}
