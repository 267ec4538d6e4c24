using CopBot.Chat.Diagnosis;

namespace CopBot.Host.Diagnosis;

/// <summary>Whether the platforms can reach the bot at the address that the manifests carry.</summary>
internal sealed class PublicAddress(HttpClient http, Uri? address)
{
    private const string About = "PublicUrl";

    public async Task<Finding> RunAsync(CancellationToken cancel)
    {
        if (address is null)
        {
            return Finding.Doubtful(
                About, "it is not set", "Set PublicUrl to the https address of this machine; manifests and links need it.");
        }

        try
        {
            using var response = await http.GetAsync(new Uri(address, "/health/live"), cancel);
            var body = response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancel) : "";
            return body == "live"
                ? Finding.Sound(About, $"{address} leads to a CopBot")
                : Finding.Faulty(
                    About,
                    $"{address} answers HTTP {(int)response.StatusCode}, but not as CopBot",
                    "Let your https proxy pass requests on to the bot, http://localhost:3978 by default.");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return Finding.Faulty(
                About,
                $"{address} can't be reached: {failure.Message}",
                "Start the bot and your https proxy, and check the name's DNS entry and its certificate.");
        }
    }
}
