using System.Globalization;

namespace CopBot.Chat.Cards;

/// <summary>
/// Counts side by side: a picture where one can be shown, the same numbers in words for whoever does not see it.
/// </summary>
/// <param name="Title">What is counted.</param>
/// <param name="Labels">What each group of bars stands for, from left to right.</param>
/// <param name="Series">The bars, one of each series in every group.</param>
public sealed record BarChart(string Title, IReadOnlyList<string> Labels, IReadOnlyList<BarSeries> Series) : Block
{
    /// <summary>The chart in words.</summary>
    public string ToPlain() => $"{Title}. " + string.Join("; ", Series.Select(series =>
        $"{series.Name}: " + string.Join(", ", Labels.Zip(series.Values, (label, value) =>
            string.Create(CultureInfo.InvariantCulture, $"{label} {value:0.##}")))));

    /// <inheritdoc/>
    public bool Equals(BarChart? other) => other is not null && Title == other.Title
        && Labels.SequenceEqual(other.Labels) && Series.SequenceEqual(other.Series);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Labels.Count, Series.Aggregate(0, HashCode.Combine));
}

/// <summary>Bars of one kind.</summary>
/// <param name="Name">What they count.</param>
/// <param name="Values">How many, one for each label.</param>
public sealed record BarSeries(string Name, IReadOnlyList<double> Values)
{
    /// <inheritdoc/>
    public bool Equals(BarSeries? other) =>
        other is not null && Name == other.Name && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(Name.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}
