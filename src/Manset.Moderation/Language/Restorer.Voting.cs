using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>The forms that a word's letters vote for, each letter seeing those restored before it: a narrow beam from left to right.</summary>
sealed partial class Restorer
{
    const int Width = 4;

    /// <summary>What is less likely than the best by this much is given up.</summary>
    const float Hopeless = 7f;

    /// <param name="beam">Takes the forms, one after the other, the likeliest first; <paramref name="scores"/> how likely their letters are.</param>
    /// <returns>How many there are.</returns>
    int Vote(ReadOnlySpan<char> written, BareText words, int index, ReadOnlySpan<float> margins, Span<char> beam, Span<float> scores)
    {
        var bare = words.Bare(index);
        var length = bare.Length;
        Span<char> next = stackalloc char[Width * length];
        Span<float> ways = stackalloc float[2 * Width];
        scores[0] = 0;
        var count = 1;
        for (var i = 0; i < length; i++)
        {
            var restored = Letters.Restored(bare[i]);
            if (restored == '\0' || written[i] != bare[i])
            {
                for (var j = 0; j < count; j++) beam[j * length + i] = restored == '\0' ? bare[i] : written[i];
                continue;
            }
            for (var j = 0; j < count; j++)
            {
                words.Put(index, beam.Slice(j * length, i));
                var margin = margins[i] + Running(words, words[index].Start + i, i);
                var turkish = LogLikelihood(margin);
                (ways[2 * j], ways[2 * j + 1]) = (scores[j] + turkish - margin, scores[j] + turkish);
            }
            count = Keep(ways[..(2 * count)], beam, next, scores, i, length, bare[i], restored);
            next[..(count * length)].CopyTo(beam);
        }
        return count;
    }

    /// <returns>How many of the ways, the likeliest, go on.</returns>
    static int Keep(Span<float> ways, ReadOnlySpan<char> beam, Span<char> next, Span<float> scores, int at, int length, char bare, char restored)
    {
        var kept = 0;
        while (kept < Math.Min(Width, ways.Length))
        {
            var top = 0;
            for (var i = 1; i < ways.Length; i++)
                if (ways[i] > ways[top]) top = i;
            if (kept > 0 && ways[top] < scores[0] - Hopeless) break;

            scores[kept] = ways[top];
            ways[top] = float.NegativeInfinity;
            beam.Slice(top / 2 * length, at).CopyTo(next[(kept * length)..]);
            next[kept * length + at] = (top & 1) == 0 ? bare : restored;
            kept++;
        }
        return kept;
    }

    float Running(BareText words, int at, int inWord)
    {
        Span<int> places = stackalloc int[LetterContext.Running];
        LetterContext.ReadRunning(words.Restored[..at], words.Letters, inWord, places, model.Mask);
        return model.Margin(places);
    }

    static float LogLikelihood(float margin) => margin > 12 ? 0 : margin < -12 ? margin : -MathF.Log(1 + MathF.Exp(-margin));

    /// <summary>The forms of a vote and how likely their letters are.</summary>
    readonly ref struct Votes(ReadOnlySpan<char> forms, ReadOnlySpan<float> scores)
    {
        readonly ReadOnlySpan<char> forms = forms;
        readonly ReadOnlySpan<float> scores = scores;
        readonly int length = forms.Length / Width;

        public int Count => scores.Length;

        public ReadOnlySpan<char> this[int form] => forms.Slice(form * length, length);

        public float Score(int form) => scores[form];

        public int Find(ReadOnlySpan<char> form)
        {
            for (var i = 0; i < Count; i++)
                if (form.SequenceEqual(this[i])) return i;
            return -1;
        }
    }
}
