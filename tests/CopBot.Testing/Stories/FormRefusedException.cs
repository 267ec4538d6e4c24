using System.Text.Json.Nodes;

namespace CopBot.Testing.Stories;

/// <summary>A form did not close: what was filled in is not what it takes.</summary>
#pragma warning disable CA1032 // It is thrown in one place, with what was wrong.
public sealed class FormRefusedException(JsonObject errors) : Exception(errors.ToJsonString())
#pragma warning restore CA1032
{
    public IReadOnlyDictionary<string, string> Faults { get; } =
        errors.ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal);
}
