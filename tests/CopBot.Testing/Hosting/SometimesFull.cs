using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Testing.Hosting;

/// <summary>The way in, refusing now and then as a full store does.</summary>
public sealed class SometimesFull(Func<bool> isFull)
{
    /// <summary>Puts itself before the product's own way in.</summary>
    public void Wrap(IServiceCollection services) => services
        .AddSingleton<IntakeService>()
        .AddSingleton<IIntake>(provider => new Door(provider.GetRequiredService<IntakeService>(), isFull));

    private sealed class Door(IIntake inner, Func<bool> isFull) : IIntake
    {
        public Task<Intake> AcceptAsync(Inbound inbound, CancellationToken cancel) =>
            isFull() ? throw new IntakeFullException() : inner.AcceptAsync(inbound, cancel);

        public Task<Card?> AcceptAndAwaitAsync(Inbound inbound, TimeSpan within, CancellationToken cancel) =>
            isFull() ? throw new IntakeFullException() : inner.AcceptAndAwaitAsync(inbound, within, cancel);

        public Task<FormOpening> OpenFormAsync(FormRequest request, CancellationToken cancel) =>
            inner.OpenFormAsync(request, cancel);

        public Task<IReadOnlyDictionary<string, string>> CheckFormAsync(FormSubmitted submitted, CancellationToken cancel) =>
            inner.CheckFormAsync(submitted, cancel);

        public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancel) =>
            inner.SearchAsync(request, cancel);
    }
}
