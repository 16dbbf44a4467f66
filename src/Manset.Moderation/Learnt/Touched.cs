namespace Manset.Moderation.Learnt;

/// <summary>Which places of a table a text has touched; one for each thread, empty between texts.</summary>
sealed class Touched
{
    [ThreadStatic] static Touched? mine;

    readonly ulong[] bits;

    Touched(int places) => bits = new ulong[places / 64];

    public static Touched Of(int places) => mine is { } own && own.bits.Length >= places / 64 ? own : mine = new(places);

    public bool Add(int place)
    {
        ref var word = ref bits[place >> 6];
        var bit = 1ul << place;
        if ((word & bit) != 0) return false;

        word |= bit;
        return true;
    }

    public void Remove(int place) => bits[place >> 6] = 0;
}
