namespace CopBot.Evaluation.Verification;

/// <summary>The script with which anybody recomputes the measures of an export, with R's own packages.</summary>
public static class RScript
{
    /// <summary>What to call it in a folder.</summary>
    public const string Name = "measures.R";

    /// <summary>Its text.</summary>
    public static string Text
    {
        get
        {
            using var resource = typeof(RScript).Assembly.GetManifestResourceStream(Name)!;
            using var reader = new StreamReader(resource);
            return reader.ReadToEnd();
        }
    }
}
