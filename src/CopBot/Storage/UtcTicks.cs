using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CopBot.Storage;

/// <summary>Every time is stored as UTC, as a number that sorts and compares in any engine.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
