using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>Who is tied to whom.</summary>
internal static class NetworkWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "helping-pairs", N,
            new("Pairs of whom one helped the other", "Paires dont l’une a aidé l’autre"),
            new("Ordered, each counted once.", "Ordonnées, comptées une fois.")),
        new(
            "density", Small,
            new("Density", "Densité"),
            new("Of all possible such pairs.", "Parmi toutes les paires possibles.")),
        new(
            "reciprocity", Share,
            new("Returned help", "Aide rendue"),
            new("Of those pairs, the ones in which help went both ways.", "Parmi ces paires, celles où l’aide va dans les deux sens.")),
        new(
            "reciprocity-beyond-chance", Number,
            new("Returned help beyond chance", "Aide rendue au-delà du hasard"),
            new("0 is what chance gives, 1 is all.", "0 : le hasard ; 1 : toujours.")),
        new(
            "components", N,
            new("Separate parts", "Parties séparées"),
            new("Groups that no help ties together; somebody without ties is one.", "Groupes qu’aucune aide ne relie ; une personne sans lien en forme un.")),
        new(
            "giant-share", Share,
            new("In the largest part", "Dans la plus grande partie"),
            new("Share of members.", "Part des membres.")),
        new(
            "betweenness-centralisation", Number,
            new("Hangs on one go-between", "Dépend d’un seul intermédiaire"),
            new("1 if all ways lead over one person.", "1 si tous les chemins passent par une personne.")),
        new(
            "betweenness-sampling-error", Share,
            new("Sampling error of that", "Erreur d’échantillonnage"),
            new("Relative, of the largest; above 5,000 members ways are drawn.", "Relative, de la plus grande ; au-delà de 5 000 membres, les chemins sont tirés au sort.")),
        new(
            "degree-centralisation", Number,
            new("Hangs on one helper", "Dépend d’une seule personne"),
            new("1 if everybody is tied to one person only.", "1 si chacun n’est lié qu’à une personne.")),
        new(
            "transitivity", Number,
            new("Friends of friends", "Amis d’amis"),
            new("How often two who are tied to the same person are tied.", "Fréquence à laquelle deux personnes liées à une même troisième le sont entre elles.")),
        new(
            "deepest-core", N,
            new("Depth of the innermost core", "Profondeur du noyau"),
            new("Everybody in it is tied to so many others in it.", "Chacun y est lié à autant d’autres du noyau.")),
        new(
            "lip-core", N,
            new("Size of the core", "Taille du noyau"),
            new("By ties alone (Lip 2011).", "D’après les liens seuls (Lip 2011).")),
        new(
            "crossing-organisation", Number,
            new("Across organisations", "Entre organisations"),
            new("1 if all help crosses, −1 if none does.", "1 si toute aide franchit la frontière, −1 si aucune.")),
        new(
            "crossing-organisation-by-chance", Number,
            new("… by chance", "… au hasard"),
            new("If everybody helped everybody.", "Si tout le monde aidait tout le monde.")),
        new(
            "diversity-organisation", Number,
            new("Evenness of organisations", "Équilibre des organisations"),
            new("1 if all have as many members.", "1 si toutes ont autant de membres.")),
        new(
            "crossing-country", Number,
            new("Across countries", "Entre pays"),
            new("1 if all help crosses, −1 if none does.", "1 si toute aide franchit la frontière, −1 si aucune.")),
        new(
            "crossing-country-by-chance", Number,
            new("… by chance", "… au hasard"),
            new("If everybody helped everybody.", "Si tout le monde aidait tout le monde.")),
        new(
            "diversity-country", Number,
            new("Evenness of countries", "Équilibre des pays"),
            new("1 if all have as many members.", "1 si tous ont autant de membres.")),
        new(
            "speaking-countries", Share,
            new("Countries that speak", "Pays qui s’expriment"),
            new("Of the countries with members, those in which somebody contributed.", "Parmi les pays représentés, ceux où quelqu’un a contribué.")),
    ];
}
