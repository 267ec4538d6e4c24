using CopBot.Chat.Diagnosis;
using CopBot.Host.Composition;

namespace CopBot.Host.Diagnosis;

/// <summary>Whether the settings are enough to make the manifests.</summary>
internal static class ManifestExamination
{
    private const string About = "manifests";

    public static IEnumerable<Finding> Run(Settings settings)
    {
        if (settings.PublicUrl is not { } address)
        {
            yield return Finding.Doubtful(
                About, "they carry the bot's address, which is not set", "Set PublicUrl, or give “manifest” the option --url.");
            yield break;
        }

        if (address.Scheme != Uri.UriSchemeHttps)
        {
            yield return Finding.Doubtful(About, $"{address} is for tests only", "Slack and Teams accept https only.");
        }

        yield return Finding.Sound(About, "“manifest slack” and “manifest teams” make them from the settings");
    }
}
