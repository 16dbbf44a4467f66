namespace Manset.Moderation.Text;

/// <summary>
/// Remembers what was said of the words met last, each in the one place that its hash names. The answer must follow from the word
/// alone. For any number of threads: at worst two ask the same.
/// </summary>
sealed class Memo<TAnswer>(Func<string, TAnswer> ask)
{
    const int Places = 1 << 15;

    readonly Entry?[] entries = new Entry?[Places];

    public TAnswer Of(ReadOnlySpan<char> word)
    {
        // The hash differs from run to run, so nobody can choose words that drive out each other.
        ref var place = ref entries[string.GetHashCode(word) & (Places - 1)];
        var entry = Volatile.Read(ref place);
        if (entry is not null && word.SequenceEqual(entry.Word)) return entry.Answer;

        var asked = new string(word);
        entry = new(asked, ask(asked));
        Volatile.Write(ref place, entry);
        return entry.Answer;
    }

    sealed record Entry(string Word, TAnswer Answer);
}
