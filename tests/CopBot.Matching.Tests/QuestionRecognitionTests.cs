using CopBot.Matching.Detection;

namespace CopBot.Matching.Tests;

/// <summary>What people write to everybody: some of it asks what others know.</summary>
public sealed class QuestionRecognitionTests
{
    [Theory]
    [InlineData("How do we choose outcome indicators when ministries only report outputs?")]
    [InlineData("Good morning all. Does anyone know how other countries treat arrears in the MTEF")]
    [InlineData("Hi everyone, which accounting standard applies to donated vaccines?")]
    [InlineData("We have a problem with ceilings again. How should one treat supplementary budgets?")]
    [InlineData("looking for examples of programme budgets in agriculture")]
    [InlineData("Is a virement between programmes allowed without parliament?")]
    [InlineData("how to reconcile the single treasury account with IFMIS")]
    [InlineData("Bonjour à tous, comment fait-on pour clôturer un programme en cours d’année ?")]
    [InlineData("Quelqu'un sait où trouver le modèle de lettre de cadrage")]
    [InlineData("¿Alguien sabe cómo se registran las donaciones en especie?")]
    [InlineData("如何选择预算绩效指标？")]
    [InlineData("كيف نختار مؤشرات النتائج للبرامج؟")]
    public void who_asks_what_others_know_is_recognised(string text) => QuestionRecognition.Asks(text).ShouldBeTrue();

    [Theory]
    [InlineData("Good morning, how are you all today?")]
    [InlineData("The report is on the shared drive now.")]
    [InlineData("ok?")]
    [InlineData("Really?")]
    [InlineData("That was easy, wasn't it?")]
    [InlineData("Who is coming to lunch at half past twelve?")]
    [InlineData("@Kofi could you send me the file from yesterday?")]
    [InlineData("Hi Ana, did you see the new circular on ceilings?")]
    [InlineData("Can you please confirm the room for tomorrow?")]
    [InlineData("> How do we choose outcome indicators?\nGood point, thank you for raising it.")]
    [InlineData("See https://example.org/?q=how+do+we+choose+indicators&x=1 for the list.")]
    [InlineData("```\nSELECT what FROM where WHERE how = ?\n```")]
    [InlineData("I know how to do that, leave it with me.")]
    [InlineData("Merci à tous, comment allez-vous ce matin ?")]
    [InlineData("")]
    public void what_asks_nothing_of_that_kind_is_left_alone(string text) => QuestionRecognition.Asks(text).ShouldBeFalse();

    [Fact]
    public void any_text_is_told_in_no_time() =>
        CsCheck.Check.Sample(CsCheck.Gen.String[0, 3000], text => QuestionRecognition.Asks(text) || true);
}
