using System.Text.Json;

namespace CopBot.Playground.Sample;

/// <summary>
/// The community that the Playground comes with: invented people who do results-based public management.
/// </summary>
public sealed record SampleCommunity(
    string Community,
    string Title,
    IReadOnlyList<string> Languages,
    string TimeZone,
    IReadOnlyList<SampleConnection> Connections,
    IReadOnlyList<SamplePerson> People)
{
    /// <summary>The sample as it ships.</summary>
    public static SampleCommunity Shipped { get; } = Read();

    public SamplePerson? Person(string id) => People.FirstOrDefault(person => person.Id == id);

    private static SampleCommunity Read()
    {
        using var stream = typeof(SampleCommunity).Assembly
            .GetManifestResourceStream("CopBot.Playground.sample-community.json")!;
        return JsonSerializer.Deserialize<SampleCommunity>(stream, JsonSerializerOptions.Web)
            ?? throw new JsonException("The sample community is empty.");
    }
}

/// <summary>One of the chats that the Playground plays: as different as two companies' installations.</summary>
public sealed record SampleConnection(string Name, string Title, IReadOnlyList<SampleChannel> Channels)
{
    public string FullName => $"{PlaygroundPlatform.PlatformScheme}/{Name}";
}

public sealed record SampleChannel(string Id, string Title);

public sealed record SamplePerson(
    string Id,
    string Name,
    string Connection,
    string Organisation,
    string Country,
    string Language,
    IReadOnlyList<string> Expertise,
    string? Role = null)
{
    public string FullConnection => $"{PlaygroundPlatform.PlatformScheme}/{Connection}";
}
