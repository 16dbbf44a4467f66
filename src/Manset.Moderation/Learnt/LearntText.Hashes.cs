namespace Manset.Moderation.Learnt;

sealed partial class LearntText
{
    void AddRuns(ReadOnlySpan<char> word)
    {
        for (var start = -1; start < word.Length; start++)
        {
            var hash = OfRun;
            for (var at = start; at <= word.Length && at < start + LongestRun; at++)
            {
                hash = (hash ^ (at < 0 || at == word.Length ? ' ' : word[at])) * 16777619u;
                if (at > start) runs.Add(Finish(hash));
            }
        }
    }

    static uint Hash(ReadOnlySpan<char> word, uint hash)
    {
        foreach (var letter in word) hash = (hash ^ letter) * 16777619u;
        return Finish(hash);
    }

    static uint Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        hash *= 0x297A2D39u;
        return hash ^ (hash >> 15);
    }
}
