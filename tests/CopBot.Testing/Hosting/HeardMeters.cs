using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CopBot.Testing.Hosting;

/// <summary>Listens to the product's meters; those of tests beside are heard as well.</summary>
public sealed class HeardMeters : IDisposable
{
    private readonly ConcurrentBag<string> _lines = [];
    private readonly MeterListener _listener;

    public HeardMeters()
    {
        _listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "CopBot") listener.EnableMeasurementEvents(instrument);
            },
        };
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.Start();
    }

    /// <summary>Each measurement as the instrument's name and its tags.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = instrument.Name;
        foreach (var tag in tags) line += $" {tag.Key}={tag.Value}";
        _lines.Add(line);
    }
}
