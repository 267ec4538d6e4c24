namespace CopBot.Architecture.Tests;

/// <summary>Small files, one idea each.</summary>
public sealed class Sizes
{
    [Fact]
    public void no_file_is_longer_than_four_hundred_lines()
    {
        var long_files = Repository.Sources().Concat(Repository.Sources("tests"))
            .Select(path => (Path: Repository.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > 400);
        long_files.ShouldBeEmpty();
    }

    [Fact]
    public void half_of_the_files_are_shorter_than_sixty_lines()
    {
        var lines = Repository.Sources().Select(path => File.ReadLines(path).Count()).Order().ToList();
        lines[lines.Count / 2].ShouldBeLessThan(60);
    }

    [Fact]
    public void no_line_is_longer_than_a_hundred_and_twenty_characters_but_for_words_people_read()
    {
        var long_lines = Repository.Sources().SelectMany(path => File.ReadLines(path)
            .Select((line, index) => (Where: $"{Repository.Relative(path)}:{index + 1}", Line: line)))
            .Where(line => line.Line.Length > 120 && !line.Line.Contains('"'));
        long_lines.Select(line => line.Where).ShouldBeEmpty();
    }
}
