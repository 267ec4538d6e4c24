using System.Text.Json;
using System.Text.Json.Nodes;

namespace CopBot.Host.Manifests;

/// <summary>The manifests that ship with the program, as the repository has them.</summary>
internal static class Template
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonObject Read(string name) => JsonNode.Parse(Bytes(name))!.AsObject();

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream($"manifests/{name}")
            ?? throw new InvalidOperationException($"The program lacks manifests/{name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string Write(JsonObject manifest) => manifest.ToJsonString(Indented);
}
