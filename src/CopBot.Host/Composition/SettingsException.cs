namespace CopBot.Host.Composition;

/// <summary>The settings are wrong. One message names every fault and its mend.</summary>
internal sealed class SettingsException(IReadOnlyList<string> faults) : Exception(
    "CopBot does not start, because its settings are wrong:" + Environment.NewLine
    + string.Join(Environment.NewLine, faults.Select(fault => $"  - {fault}")))
{
    public IReadOnlyList<string> Faults => faults;
}
