using System.Text.Json;

namespace CopBot.Benchmarks.Retrieval;

/// <summary>Reads the files of <c>data/retrieval</c>; a fault says where.</summary>
internal static class JsonLines
{
    /// <summary>Every line as an object.</summary>
    public static IEnumerable<T> Read<T>(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return Parse<T>(line, file, number);
        }
    }

    /// <summary>The columns of every line below the heading.</summary>
    public static IEnumerable<string[]> Columns(string file) =>
        File.ReadLines(file).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    private static T Parse<T>(string line, string file, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)
                ?? throw new FormatException($"{file}, line {number}: nothing.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"{file}, line {number}: {fault.Message}", fault);
        }
    }
}
