using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CopBot.Storage;

/// <summary>
/// A query that every turn or every card runs. It is translated once for each engine; written in place, its expression
/// would be built, taken apart and compared each time, which takes longer than running it. See
/// <see href="https://learn.microsoft.com/ef/core/performance/advanced-performance-topics#compiled-queries"/>.
/// </summary>
/// <typeparam name="TQuery">What <c>EF.CompileAsyncQuery</c> returns.</typeparam>
/// <param name="compile">Compiles it; a compiled query serves only the model that it first met.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    /// <summary>As it is run on a context.</summary>
    public TQuery On(CopBotDbContext db) => _compiled.GetValue(db.Model, _ => compile());
}
