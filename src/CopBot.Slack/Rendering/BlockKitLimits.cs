namespace CopBot.Slack.Rendering;

/// <summary>
/// Block Kit's limits. Source: https://docs.slack.dev/reference/block-kit/blocks and the elements' pages.
/// </summary>
internal static class BlockKitLimits
{
    public const int Blocks = 50;
    public const int HomeBlocks = 100;
    public const int HeaderText = 150;
    public const int ButtonText = 75;
    public const int ButtonValue = 2000;
    public const int ActionsElements = 25;
    public const int ActionId = 255;
    public const int ModalTitle = 24;
    public const int ModalSubmit = 24;
    public const int InputLabel = 2000;
    public const int InputHint = 2000;
    public const int InputText = 3000;
    public const int SectionText = 3000;
    public const int PrivateMetadata = 3000;
    public const int AlternativeText = 2000;
    public const int Options = 100;

    /// <summary>Recommended for the plain text of a message; past 40,000 Slack cuts it.</summary>
    public const int MessageText = 4000;

    /// <summary>
    /// Undocumented: somewhere above 12,000 characters over all blocks Slack answers <c>msg_blocks_too_long</c>.
    /// https://github.com/slackapi/bolt-js/issues/2509
    /// </summary>
    public const int AllText = 11_000;
}
