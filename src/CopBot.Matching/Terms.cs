namespace CopBot.Matching;

/// <summary>
/// Cuts a text into the terms by which texts are compared: lower case, without accents, plurals folded.
/// </summary>
public static class Terms
{
    /// <summary>The terms of a text in order, repetitions included, without stop words and single letters.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<string>((text.Length / 8) + 1);
        var reader = new TermReader(text, stackalloc char[256]);
        while (reader.MoveNext()) terms.Add(reader.Current.ToString());
        return terms;
    }
}
