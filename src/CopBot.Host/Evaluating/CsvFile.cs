using CsvHelper;

namespace CopBot.Host.Evaluating;

/// <summary>
/// A CSV file: UTF-8, a first row that names the columns, numbers that read back as they were. Texts that a spreadsheet
/// would take for a formula are marked as texts.
/// </summary>
internal static class CsvFile
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    public static void Write<T>(
        string path, IReadOnlyList<string> columns, IEnumerable<T> rows, Func<T, IReadOnlyList<object?>> fields)
    {
        using var csv = CsvWriter.ToFile(path, Options);
        csv.WriteRecord([.. columns]);
        foreach (var row in rows)
        {
            foreach (var field in fields(row)) WriteField(csv, field);
            csv.EndRecord();
        }
    }

    private static void WriteField(CsvWriter csv, object? field)
    {
        switch (field)
        {
            case double number:
                csv.WriteField(number, "R");
                break;
            case bool yes:
                csv.WriteField(yes ? 1 : 0, default);
                break;
            default:
                csv.WriteField(field?.ToString() ?? "");
                break;
        }
    }
}
