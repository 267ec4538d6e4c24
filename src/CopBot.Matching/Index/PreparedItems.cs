using System.Collections.Concurrent;
using System.Text.Json;
using CopBot.Matching.Similarity;

namespace CopBot.Matching.Index;

/// <summary>Items that were compared lately, ready for the next time.</summary>
internal sealed class PreparedItems
{
    private const int Most = 5000;

    private readonly ConcurrentDictionary<string, (SimilarityModel Model, string Json, PreparedItem Item)> _items =
        new(StringComparer.Ordinal);

    public PreparedItem Get(SimilarityModel model, string id, string json)
    {
        if (_items.TryGetValue(id, out var known) && ReferenceEquals(known.Model, model) && known.Json == json)
        {
            return known.Item;
        }

        if (_items.Count >= Most) _items.Clear();
        var prepared = model.Prepare(JsonSerializer.Deserialize<KnownItem>(json)!);
        _items[id] = (model, json, prepared);
        return prepared;
    }

    public void Forget(string id) => _items.TryRemove(id, out _);

    public void Clear() => _items.Clear();
}
