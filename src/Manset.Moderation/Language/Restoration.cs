namespace Manset.Moderation.Language;

/// <summary>A word whose Turkish letters were missing or wrong.</summary>
/// <param name="Token">Which of the text's tokens.</param>
/// <param name="Margin">By how much the restored form is likelier than the written one.</param>
/// <param name="WasWord">What was written is a word too.</param>
/// <param name="IsWord">What was restored is a word of the lexicon.</param>
readonly record struct Restoration(int Token, string Restored, float Margin, bool WasWord, bool IsWord);
