using System.Runtime.InteropServices;

namespace CopBot.Evaluation.Survival;

/// <summary>How long something was watched, and whether it happened in that time.</summary>
/// <param name="Time">From its start until it happened, or until nobody watched any more; not negative.</param>
/// <param name="Happened">False if it had not happened by then: <em>censored</em>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Observation(double Time, bool Happened);
