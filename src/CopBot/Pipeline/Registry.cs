namespace CopBot.Pipeline;

/// <summary>All that the features declare, by name. Two owners of one thing stop the start with both names.</summary>
internal sealed class Registry
{
    private readonly ILookup<Type, Reaction> _reactions;
    private readonly Dictionary<Type, IntentHandler> _intents;
    private readonly Dictionary<string, Verb> _verbs;
    private readonly Dictionary<string, ActionDeclaration> _actions;
    private readonly Dictionary<string, FormDeclaration> _forms;
    private readonly Dictionary<string, TimerDeclaration> _timers;

    public Registry(IReadOnlyList<Feature> features)
    {
        Features = features;
        var faults = new List<string>();
        _verbs = Own(features, f => f.Verbs.SelectMany(v => v.Aliases.Prepend(v.Name).Select(n => (n, v))), "verb", faults);
        _actions = Own(features, f => f.Actions.Select(action => (action.Id, action)), "action", faults);
        _forms = Own(features, f => f.Forms.Select(form => (form.Id, form)), "form", faults);
        _timers = Own(features, f => f.Timers.Select(timer => (timer.Kind, timer)), "timer", faults);
        var intents = Own(features, f => f.Intents.Select(i => (i.IntentType.Name, i)), "intent", faults);
        if (faults.Count > 0) throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
        _intents = intents.Values.ToDictionary(handler => handler.IntentType);
        _reactions = features.SelectMany(feature => feature.Reactions).ToLookup(reaction => reaction.EventType);
    }

    public IReadOnlyList<Feature> Features { get; }

    /// <summary>Every way to call a verb, longest first, so that "bind home" is not taken for "bind".</summary>
    public IEnumerable<KeyValuePair<string, Verb>> Verbs => _verbs.OrderByDescending(verb => verb.Key.Length);

    public ActionDeclaration? Action(string id) => _actions.GetValueOrDefault(id);

    public FormDeclaration? Form(string id) => _forms.GetValueOrDefault(id);

    public TimerDeclaration? Timer(string kind) => _timers.GetValueOrDefault(kind);

    public IntentHandler? Intent(Type type) => _intents.GetValueOrDefault(type);

    public IEnumerable<Reaction> Reactions(Type eventType) => _reactions[eventType];

    private static Dictionary<string, T> Own<T>(
        IReadOnlyList<Feature> features,
        Func<Feature, IEnumerable<(string Name, T Declaration)>> declared,
        string what,
        List<string> faults)
    {
        var owned = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var feature in features)
        {
            foreach (var (name, declaration) in declared(feature))
            {
                if (owned.TryAdd(name, declaration)) owners[name] = feature.Name;
                else faults.Add($"The {what} “{name}” is declared by {owners[name]} and by {feature.Name}.");
            }
        }

        return owned;
    }
}
