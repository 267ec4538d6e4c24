using CopBot.AzureOpenAI;
using CopBot.Chat;
using CopBot.Matching.Meanings;
using CopBot.Matching.Similarity;
using CopBot.Pipeline.Assisting;
using CopBot.Testing.Fakes.OpenAI;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Benchmarks.Retrieval;

/// <summary>
/// Gives a set’s texts vectors as the product would, over the wire, from the local server. Its vectors are of words and
/// pieces of words: they tell nothing that the ranking does not know.
/// </summary>
internal static class Embeddings
{
    private const int AtOnce = 64;

    public static async Task AddAsync(RetrievalSet set, HostileAnswer hostile)
    {
        await using var service = await FakeAzureOpenAI.StartAsync();
        service.Hostile = hostile;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(new SecurityClock(TimeProvider.System));
        services.AddAzureOpenAI(new()
        {
            Endpoint = service.Address.ToString(), ApiKey = FakeAzureOpenAI.Key, EmbeddingDeployment = "meaning",
        });
        await using var provider = services.BuildServiceProvider();
        var model = provider.GetRequiredService<ITextModel>();
        var texts = set.Items.ToDictionary(pair => pair.Key, pair => TextsOf(pair.Value), StringComparer.Ordinal);
        var known = await MeaningsAsync(
            model,
            [.. texts.Values.SelectMany(all => all), .. set.Queries.Select(query => TextOf(query.Text))]);
        foreach (var (key, all) in texts)
        {
            set.Items[key] = set.Items[key] with
            {
                Meaning = new(known[all[0]], TextMeaning.Together([.. all.Skip(1).Select(text => known[text])])),
            };
        }

        for (var i = 0; i < set.Queries.Count; i++)
        {
            var (id, text) = set.Queries[i];
            set.Queries[i] = (id, text with { Meaning = known[TextOf(text)] });
        }
    }

    private static async Task<Dictionary<string, TextMeaning>> MeaningsAsync(ITextModel model, IReadOnlyList<string> texts)
    {
        var known = new Dictionary<string, TextMeaning>(StringComparer.Ordinal);
        foreach (var portion in texts.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var answer = await model.EmbedAsync(portion, Urgency.Background, CancellationToken.None);
            foreach (var (text, vector) in portion.Zip(answer.Vectors)) known[text] = TextMeaning.Of(answer.Model, vector);
        }

        return known;
    }

    private static string TextOf(SoughtText sought) => NotEmpty($"{sought.Title} {sought.Body}".Trim());

    /// <summary>What is asked counts as one text, as in the product; below it every answer.</summary>
    private static List<string> TextsOf(KnownItem item) =>
        [NotEmpty($"{item.Title} {item.Body}".Trim()), .. item.Answers.Where(answer => answer.Trim().Length > 0)];

    private static string NotEmpty(string text) => text.Length == 0 ? "-" : text;
}
