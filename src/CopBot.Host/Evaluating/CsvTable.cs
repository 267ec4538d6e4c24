using System.Globalization;
using CopBot.Evaluation.Records;
using CsvHelper;

namespace CopBot.Host.Evaluating;

/// <summary>A CSV file whose first row names the columns, read row by row with the place of each fault.</summary>
internal sealed class CsvTable
{
    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    private readonly FileInfo _file;
    private readonly List<string> _columns;
    private readonly CsvReader _csv;

    private CsvTable(FileInfo file, List<string> columns, CsvReader csv) =>
        (_file, _columns, _csv) = (file, columns, csv);

    /// <summary>Reads all rows.</summary>
    /// <exception cref="BadRowException">What is wrong, where, and how to mend it.</exception>
    public static List<T> Read<T>(FileInfo file, IReadOnlyList<string> required, Func<CsvTable, T> row)
    {
        try
        {
            using var csv = CsvReader.Create(file.OpenRead(), Options);
            csv.ReadHeader();
            var table = new CsvTable(file, [.. csv.Headers.Select(name => name.Trim().TrimStart('\uFEFF'))], csv);
            var missing = required.Where(column => !table.Has(column)).ToList();
            if (missing.Count > 0)
            {
                throw new BadRowException(
                    $"{file.Name}, line 1: there is no column {string.Join(", ", missing)}. Its first line names the columns: "
                    + $"{string.Join(",", required)}.");
            }

            var rows = new List<T>();
            while (csv.Read()) rows.Add(row(table));
            return rows;
        }
        catch (CsvFormatException failure)
        {
            throw new BadRowException($"{file.Name}: {failure.Message}", failure);
        }
    }

    public bool Has(string column) => _columns.Contains(column, StringComparer.Ordinal);

    /// <summary>The first of several columns that is there.</summary>
    public string? FirstOf(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (Has(column)) return column;
        }

        return null;
    }

    /// <summary>A text; null where the column is missing or the field empty.</summary>
    public string? Text(string column)
    {
        var place = _columns.IndexOf(column);
        return place >= 0 && _csv.GetString(place).Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>A text that must be there.</summary>
    public string Name(string column) => Text(column) ?? throw Fault(column, "is empty; it must say something.");

    /// <summary>A number; null where the column is missing or the field empty or NA.</summary>
    public double? Number(string column)
    {
        if (Text(column) is not { } text || text == "NA") return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? number
                : throw Fault(column, $"“{text}” is not a number; write it like 12.5.");
    }

    /// <summary>A number that must be there.</summary>
    public double Amount(string column) => Number(column) ?? throw Fault(column, "is empty; it must be a number.");

    /// <summary>Yes or no; no where the column is missing or the field empty.</summary>
    public bool Flag(string column) => Text(column)?.ToLowerInvariant() switch
    {
        null or "0" or "false" or "no" or "na" => false,
        "1" or "true" or "yes" => true,
        var other => throw Fault(column, $"“{other}” is neither 1 nor 0."),
    };

    /// <summary>Where the row ends in the file.</summary>
    public long Line => _csv.LineNumber;

    public BadRowException Fault(string column, string what) =>
        new($"{_file.Name}, line {_csv.LineNumber}: {column} {what}");
}
