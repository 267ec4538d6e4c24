namespace CopBot.Evaluation.Records;

/// <summary>
/// Months of the calendar, UTC, from the first whole one of a history: a month in which it starts on another day than
/// the first can't be compared with the others, and comes before them.
/// </summary>
public sealed class Calendar
{
    private readonly DateTimeOffset _first;
    private readonly double _offset;
    private readonly int[] _monthOfDay;

    /// <summary>Lays them out.</summary>
    public Calendar(DateTimeOffset start, double end)
    {
        _first = new DateTimeOffset(start.UtcDateTime.Year, start.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        if (_first < start) _first = _first.AddMonths(1);
        _offset = (start - _first).TotalDays;
        _monthOfDay = new int[Math.Max(0, (int)Math.Floor(end + _offset) + 1)];
        for (var (day, month) = (0, 0); day < _monthOfDay.Length; day++)
        {
            while (_first.AddMonths(month + 1) <= _first.AddDays(day)) month++;
            _monthOfDay[day] = month;
        }

        if (_monthOfDay.Length == 0) return;
        Begun = _monthOfDay[^1] + 1;
        Complete = _first.AddMonths(Begun) <= start.AddDays(end) ? Begun : Begun - 1;
    }

    /// <summary>How many months have begun.</summary>
    public int Begun { get; }

    /// <summary>How many months are over: only those can be compared.</summary>
    public int Complete { get; }

    /// <summary>
    /// The month of a day, from 0; -1 before the first whole one; days after the end are in the last.
    /// </summary>
    public int MonthOf(double day) =>
        day + _offset < 0 || Begun == 0 ? -1 : _monthOfDay[(int)Math.Min(day + _offset, _monthOfDay.Length - 1)];

    /// <summary>The day on which a month begins.</summary>
    public double StartOf(int month) => (_first.AddMonths(month) - _first).TotalDays - _offset;

    /// <summary><c>2026-03</c>.</summary>
    public string NameOf(int month) => _first.AddMonths(month).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
