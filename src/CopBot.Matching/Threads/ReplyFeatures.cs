using System.Numerics.Tensors;
using CopBot.Matching.Analysis;
using CopBot.Matching.Similarity;
using CopBot.Matching.Vectors;

namespace CopBot.Matching.Threads;

/// <summary>
/// What can be counted in a reply and around it. Each value is also given as it stands among its siblings.
/// </summary>
internal static class ReplyFeatures
{
    /// <summary>The names, in the order of the values.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "byAsker", "questionMarks", "asksFirst", "endsAsking", "thanks", "agreeing", "advice", "experience", "yesOrNoFirst",
        "smileys", "laughter", "addresses", "numbers", "pictures", "exclamations", "dots", "firstByAuthor", "position",
        "last", "length", "sentences", "wordLength", "capitals", "shouting", "previousAsks", "previousByAsker",
        "nextByAsker", "nextThanks", "nextAsks", "askerThanksLater", "askedBefore", "covered", "topic", "topicOfOthers", "words",
    ];

    /// <summary>One row a reply; the values as they are, then as they stand among the thread's.</summary>
    public static IReadOnlyList<double[]> Of(ThreadText thread, SimilarityModel model, Func<string, double> wordScore)
    {
        var raw = Raw(thread, model, wordScore);
        if (raw.Count == 0) return raw;
        var width = raw[0].Length;
        var standing = Enumerable.Range(0, width).Select(feature => Standing.Of([.. raw.Select(row => row[feature])]))
            .ToArray();
        return [.. raw.Select((row, reply) =>
            (double[])[.. row, .. Enumerable.Range(0, width).Select(f => standing[f][reply])])];
    }

    private static List<double[]> Raw(ThreadText thread, SimilarityModel model, Func<string, double> wordScore)
    {
        var replies = thread.Replies;
        var analyzer = TextAnalyzer.For(thread.Language);
        var asked = analyzer.TermsOf(thread.Question);
        var terms = replies.Select(reply => analyzer.TermsOf(reply.Text)).ToList();
        var topics = terms.ConvertAll(model.TopicOf);
        var topic = model.TopicOf(asked);
        var rows = new List<double[]>();
        for (var i = 0; i < replies.Count; i++)
        {
            var text = replies[i].Text;
            var (previous, next) = (replies.ElementAtOrDefault(i - 1), replies.ElementAtOrDefault(i + 1));
            var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var later = replies.Skip(i + 1).Where(reply => IsBy(reply, thread.AskerId)).ToList();
            rows.Add(
            [
                Flag(IsBy(replies[i], thread.AskerId)),
                Damped(text.Count(c => c == '?')),
                Flag(Cues.AsksFirst(text)),
                Flag(text.AsSpan().TrimEnd().EndsWith('?')),
                Damped(Cues.Thanks(text)),
                Damped(Cues.Agreeing(text)),
                Damped(Cues.Advice(text)),
                Damped(Cues.Experience(text)),
                Flag(Cues.YesOrNoFirst(text)),
                Damped(Cues.Smileys(text)),
                Damped(Cues.Laughter(text)),
                Damped(Cues.Addresses(text)),
                Damped(Cues.Numbers(text)),
                Damped(Cues.Pictures(text)),
                Damped(text.Count(c => c == '!')),
                Damped(text.Count(c => c == '.')),
                Flag(!replies.Take(i)
                    .Any(reply => reply.AuthorId == replies[i].AuthorId && reply.AuthorId is not null)),
                Math.Log(1 + i),
                Flag(next is null),
                Damped(words.Length),
                Damped(text.Count(c => c is '.' or '!' or '?' or '\n')),
                words.Length == 0 ? 0 : words.Average(word => word.Length),
                words.Length == 0 ? 0 : words.Count(word => char.IsUpper(word[0])) / (double)words.Length,
                words.Length == 0 ? 0
                    : words.Count(word => word.Length > 2 && word.All(char.IsUpper)) / (double)words.Length,
                Flag(previous?.Text.Contains('?', StringComparison.Ordinal) ?? false),
                Flag(IsBy(previous, thread.AskerId)),
                Flag(IsBy(next, thread.AskerId)),
                Flag(IsBy(next, thread.AskerId) && Cues.Thanks(next!.Text) > 0),
                Flag(IsBy(next, thread.AskerId) && next!.Text.Contains('?', StringComparison.Ordinal)),
                Flag(later.Exists(reply => Cues.Thanks(reply.Text) > 0)),
                Damped(replies.Take(i).Count(reply => IsBy(reply, thread.AskerId))),
                model.CoverageOf(asked, terms[i]),
                TensorPrimitives.Dot(topic, topics[i]),
                TensorPrimitives.Dot(Centre(topics, i), topics[i]),
                wordScore(text),
            ]);
        }

        return rows;
    }

    private static bool IsBy(ReplyText? reply, string? author) => author is not null && reply?.AuthorId == author;

    private static double Flag(bool value) => value ? 1 : 0;

    private static double Damped(int count) => Math.Log(1 + count);

    private static float[] Centre(List<float[]> topics, int without)
    {
        var sum = new float[topics[without].Length];
        foreach (var (i, topic) in topics.Index())
        {
            if (i != without) TensorPrimitives.Add(sum, topic, sum);
        }

        return TermVectors.Unit(sum);
    }
}
