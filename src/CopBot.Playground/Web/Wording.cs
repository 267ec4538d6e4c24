namespace CopBot.Playground.Web;

/// <summary>What the Playground itself says, beside what the bot says, in the language of who looks.</summary>
internal static class Wording
{
    private static readonly Dictionary<string, (string En, string Fr)> Words = new(StringComparer.Ordinal)
    {
        ["skip"] = ("Skip to writing", "Aller à la saisie"),
        ["youAre"] = ("You are", "Vous êtes"),
        ["places"] = ("Places", "Lieux"),
        ["direct"] = ("CopBot (direct)", "CopBot (direct)"),
        ["toTop"] = ("Write at the top level", "Écrire hors du fil"),
        ["messageAs"] = ("Message as {0}", "Message de {0}"),
        ["send"] = ("Send", "Envoyer"),
        ["hint"] = (
            "In a channel, write @CopBot to be heard. Enter sends, Shift+Enter begins a line.",
            "Dans un canal, écrivez @CopBot pour être entendu. Entrée envoie, Maj+Entrée commence une ligne."),
        ["replying"] = ("Replying in the thread.", "Réponse dans le fil."),
        ["changing"] = ("Changing your message.", "Modification de votre message."),
        ["done"] = ("Done.", "C’est fait."),
        ["sent"] = ("Sent.", "Envoyé."),
        ["failed"] = ("That did not work.", "Cela n’a pas marché."),
        ["reply"] = ("Reply", "Répondre"),
        ["edit"] = ("Edit", "Modifier"),
        ["delete"] = ("Delete", "Supprimer"),
        ["deleted"] = ("deleted", "supprimé"),
        ["onlyYou"] = ("only you see this", "vous seul voyez ceci"),
        ["empty"] = ("Nothing here yet. Ask something.", "Rien ici pour l’instant. Demandez quelque chose."),
        ["heard"] = ("seen by CopBot", "vu par CopBot"),
        ["carried"] = ("passed on by CopBot", "transmis par CopBot"),
        ["cancel"] = ("Cancel", "Annuler"),
    };

    /// <summary>What a thing is called in a language; in English where the Playground does not speak it.</summary>
    public static string Of(string key, string language) => language == "fr" ? Words[key].Fr : Words[key].En;

    /// <summary>All of it, for the page's script.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> All { get; } =
        new[] { "en", "fr" }.ToDictionary(
            language => language,
            language => Words.Keys.ToDictionary(key => key, key => Of(key, language), StringComparer.Ordinal),
            StringComparer.Ordinal);
}
