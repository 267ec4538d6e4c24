using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CopBot.Storage;

/// <summary>
/// One value asked for in SQL that both engines know, past the translation of queries: for what every question asks.
/// </summary>
internal static class PlainSql
{
    /// <param name="db">Within its transaction, if it has one.</param>
    /// <param name="sql">What is put into it becomes parameters.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The first row's first value; 0 if there is none.</returns>
    public static async Task<long> NumberAsync(
        this CopBotDbContext db, FormattableString sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command(db, sql);
            return await command.ExecuteScalarAsync(cancel) is { } value and not DBNull
                ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
                : 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static DbCommand Command(CopBotDbContext db, FormattableString sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var names = new object[sql.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = sql.GetArgument(i) ?? DBNull.Value;
            command.Parameters.Add(parameter);
            names[i] = parameter.ParameterName;
        }

#pragma warning disable CA2100 // Only names of parameters are put into it.
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, names);
#pragma warning restore CA2100
        return command;
    }
}
