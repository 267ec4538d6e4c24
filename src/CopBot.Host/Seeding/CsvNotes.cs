using CopBot.Features.Keeping;
using CsvHelper;

namespace CopBot.Host.Seeding;

/// <summary>Notes as the rows of a CSV file whose first row names the parts.</summary>
internal static class CsvNotes
{
    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>The notes; what can't be read is added to the faults.</summary>
    public static IReadOnlyList<SeededNote> Read(Stream file, ICollection<string> faults)
    {
        try
        {
            using var csv = CsvReader.Create(file, Options);
            csv.ReadHeader();
            var ids = IdsOf([.. csv.Headers], faults);
            var notes = new List<SeededNote>();
            while (faults.Count == 0 && csv.Read())
            {
                var parts = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var (index, id) in ids.Index())
                {
                    if (csv.GetString(index).Trim() is { Length: > 0 } words) parts[id!] = words;
                }

                if (parts.Count > 0) notes.Add(new($"line {csv.LineNumber}", parts));
            }

            if (faults.Count == 0 && notes.Count == 0) faults.Add("line 2: there is no note below the first line.");
            return notes;
        }
        catch (CsvFormatException failure)
        {
            faults.Add(failure.Message);
            return [];
        }
    }

    private static List<string?> IdsOf(IReadOnlyList<string> headers, ICollection<string> faults)
    {
        if (headers.Count == 0) faults.Add("line 1: the file is empty.");
        var ids = headers.Select(PartNames.IdOf).ToList();
        foreach (var (name, _) in headers.Zip(ids).Where(pair => pair.Second is null))
        {
            faults.Add($"line 1: no part of a note is called “{name}”. Use {PartNames.Known}.");
        }

        foreach (var twice in ids.OfType<string>().GroupBy(id => id).Where(group => group.Count() > 1))
        {
            faults.Add($"line 1: two columns are called “{twice.Key}”.");
        }

        if (headers.Count > 0 && !ids.Contains("title")) faults.Add("line 1: a column “title” is missing.");
        return ids;
    }
}
