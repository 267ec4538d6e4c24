namespace CopBot.Evaluation.Records;

/// <summary>Months of the calendar, UTC, from the one in which a history starts.</summary>
public sealed class Calendar
{
    private readonly DateTimeOffset _first;
    private readonly double _offset;
    private readonly int[] _monthOfDay;

    /// <summary>Lays them out.</summary>
    public Calendar(DateTimeOffset start, double end)
    {
        _first = new DateTimeOffset(start.UtcDateTime.Year, start.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        _offset = (start - _first).TotalDays;
        _monthOfDay = new int[(int)(Math.Max(0, end) + _offset) + 1];
        for (var (day, month) = (0, 0); day < _monthOfDay.Length; day++)
        {
            while (_first.AddMonths(month + 1) <= _first.AddDays(day)) month++;
            _monthOfDay[day] = month;
        }

        Complete = _first.AddMonths(_monthOfDay[^1] + 1) <= start.AddDays(end) ? _monthOfDay[^1] + 1 : _monthOfDay[^1];
    }

    /// <summary>How many months have begun.</summary>
    public int Begun => _monthOfDay[^1] + 1;

    /// <summary>How many months are over: only those can be compared.</summary>
    public int Complete { get; }

    /// <summary>The month of a day, from 0; days before the start are in the first, later ones in the last.</summary>
    public int MonthOf(double day) => _monthOfDay[(int)Math.Clamp(day + _offset, 0, _monthOfDay.Length - 1)];

    /// <summary>The day on which a month begins.</summary>
    public double StartOf(int month) => (_first.AddMonths(month) - _first).TotalDays - _offset;

    /// <summary><c>2026-03</c>.</summary>
    public string NameOf(int month) => _first.AddMonths(month).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
