using Manset.Data;

namespace Manset.Search;

/// <summary>Finds stories by their words, folded so that case, diacritics and a keyboard without Turkish letters make no difference.</summary>
public interface ISearchIndex
{
    /// <summary>Puts a story in, or in anew.</summary>
    Task Put(Newsroom newsroom, long story, string edition, string headline, string text, DateTimeOffset at, CancellationToken stop);

    Task Remove(Newsroom newsroom, long story, CancellationToken stop);

    /// <returns>Ids, best first. They are not what may be seen: that is for the gate to say.</returns>
    Task<IReadOnlyList<long>> Find(Newsroom newsroom, string edition, string query, int many, CancellationToken stop);
}
