using Manset.Moderation.Learnt;
using static Manset.Moderation.Learnt.NetWeights;

namespace JudgeTrainer;

/// <summary>Teaches the network: Adam, batches in a fixed order, what it must do without chosen by a fixed chance.</summary>
sealed class NetTrainer
{
    const int Batch = 64;
    const float Rate = 1e-3f;
    const float TableRate = 2e-3f;
    const float DropInput = 0.3f;
    const float DropWord = 0.1f;
    const float DropSeen = 0.5f;
    const int LongestText = 120;

    readonly int rows;
    readonly NetWeights weights = new();
    readonly Adam table;
    readonly Adam[] kernels;
    readonly Adam biases, answers, offsets;
    readonly float[] tableSlopes;
    readonly bool[] isTouched;
    readonly List<int> touched = [];
    readonly float[][] turned;
    readonly Random chance;

    public NetTrainer(int rows, int seed)
    {
        this.rows = rows;
        chance = new(seed);
        table = new(Chance(rows * Size, 0.08f));
        tableSlopes = new float[rows * Size];
        isTouched = new bool[rows];
        turned = [.. Enumerable.Range(1, Widest).Select(width => Chance(width * Size * Filters, MathF.Sqrt(3f / (width * Size))))];
        kernels = [.. turned.Select(kernel => new Adam(kernel))];
        biases = new(weights.Biases);
        Chance(weights.Answers.Length, 0.05f).CopyTo(weights.Answers, 0);
        answers = new(weights.Answers);
        offsets = new(weights.Offsets);
        Turn();
    }

    public Net Train(Matrix matrix, int rounds, Action<int, Net>? each = null)
    {
        var order = Enumerable.Range(0, matrix.Lessons.Count).ToArray();
        var batch = new NetBatch();
        for (var round = 0; round < rounds; round++)
        {
            chance.Shuffle(order);
            for (var from = 0; from < order.Length; from += Batch)
            {
                batch.Clear();
                foreach (var at in order.AsSpan(from, Math.Min(Batch, order.Length - from))) Learn(matrix.Texts[at], matrix.Lessons[at], batch);
                Step(batch);
            }
            each?.Invoke(round + 1, Quantised());
        }
        return Quantised();
    }

    void Learn(LearntText text, Lesson lesson, NetBatch batch)
    {
        var words = Math.Min(text.Words.Count, LongestText);
        if (words == 0) return;

        // 1. Forward, with some of it left out.
        var length = (words + Widest - 1) * Size;
        if (batch.Vectors.Length < length) (batch.Vectors, batch.Kept, batch.VectorSlopes) = (new float[length], new float[length], new float[length]);
        var vectors = batch.Vectors.AsSpan(0, length);
        var kept = batch.Kept.AsSpan(0, length);
        var slopes = batch.VectorSlopes.AsSpan(0, length);
        slopes.Clear();
        vectors[(words * Size)..].Clear();
        for (var i = 0; i < words; i++)
        {
            var vector = vectors.Slice(i * Size, Size);
            vector.Clear();
            var gone = chance.NextSingle() < DropWord;
            if (!gone) Sum(text, text.Words[i], vector);
            Bend(vector);
            for (var j = 0; j < Size; j++) kept[i * Size + j] = gone || chance.NextSingle() < DropInput ? 0 : 1 / (1 - DropInput);
        }
        Span<float> through = batch.Through.Length >= length ? batch.Through.AsSpan(0, length) : batch.Through = new float[length];
        for (var i = 0; i < length; i++) through[i] = i < words * Size ? vectors[i] * kept[i] : 0;
        Span<float> seen = stackalloc float[Seen];
        Span<float> mask = stackalloc float[Seen];
        Span<int> places = stackalloc int[Seen];
        Span<float> sums = stackalloc float[Questions.Count];
        weights.Look(through, words, seen, places);
        for (var i = 0; i < Seen; i++)
        {
            mask[i] = chance.NextSingle() < DropSeen ? 0 : 1 / (1 - DropSeen);
            seen[i] *= mask[i];
        }
        weights.Answer(seen, sums);

        // 2. Backward, through the one place where each filter saw most.
        Span<float> seenSlopes = stackalloc float[Seen];
        seenSlopes.Clear();
        for (var question = 0; question < Questions.Count; question++)
        {
            if (float.IsNaN(lesson.Answers[question])) continue;

            var slope = (1 / (1 + MathF.Exp(-sums[question])) - lesson.Answers[question]) * lesson.Weight / Batch;
            batch.Offsets[question] += slope;
            var from = question * Seen;
            var row = batch.Answers.AsSpan(from, Seen);
            for (var i = 0; i < Seen; i++)
            {
                row[i] += slope * seen[i];
                seenSlopes[i] += slope * weights.Answers[from + i];
            }
        }
        for (var filter = 0; filter < Widest * Filters; filter++)
        {
            var slope = seenSlopes[filter] * mask[filter];
            if (slope == 0 || seen[filter] <= 0) continue;

            batch.Biases[filter] += slope;
            var (width, place) = (filter / Filters + 1, places[filter] * Size);
            var at = filter % Filters * width * Size;
            Add(slope, through.Slice(place, width * Size), batch.Kernels[width - 1].AsSpan(at, width * Size));
            Add(slope, turned[width - 1].AsSpan(at, width * Size), slopes.Slice(place, width * Size));
        }
        for (var i = 0; i < words; i++)
        {
            var slope = slopes.Slice(i * Size, Size);
            var any = false;
            for (var j = 0; j < Size; j++)
            {
                var value = vectors[i * Size + j];
                slope[j] = (slope[j] + seenSlopes[Widest * Filters + j] * mask[Widest * Filters + j] / words) * kept[i * Size + j] * (1 - value * value);
                any |= slope[j] != 0;
            }
            if (any) Spread(text, text.Words[i], slope);
        }
    }

    void Sum(LearntText text, LearntWord word, Span<float> vector)
    {
        foreach (var hash in text.Runs[word.FirstRun..word.EndOfRuns]) Add(1, table.Values.AsSpan(Row(hash), Size), vector);
        foreach (var hash in text.Whole[word.FirstWhole..word.EndOfWhole]) Add(1, table.Values.AsSpan(Row(hash), Size), vector);
    }

    void Spread(LearntText text, LearntWord word, Span<float> slope)
    {
        foreach (var hash in text.Runs[word.FirstRun..word.EndOfRuns]) Spread(Row(hash), slope);
        foreach (var hash in text.Whole[word.FirstWhole..word.EndOfWhole]) Spread(Row(hash), slope);
    }

    void Spread(int row, Span<float> slope)
    {
        if (!isTouched[row / Size])
        {
            isTouched[row / Size] = true;
            touched.Add(row);
        }
        Add(1, slope, tableSlopes.AsSpan(row, Size));
    }

    int Row(uint hash) => (int)(hash & (uint)(rows - 1)) * Size;

    static void Add(float scale, ReadOnlySpan<float> what, Span<float> to) =>
        Adam.Add(scale, what, to);

    void Step(NetBatch batch)
    {
        table.Tick();
        foreach (var row in touched)
        {
            table.Step(tableSlopes, row, Size, TableRate);
            Array.Clear(tableSlopes, row, Size);
            isTouched[row / Size] = false;
        }
        touched.Clear();
        for (var i = 0; i < Widest; i++) kernels[i].Step(batch.Kernels[i], Rate);
        biases.Step(batch.Biases, Rate);
        answers.Step(batch.Answers, Rate);
        offsets.Step(batch.Offsets, Rate);
        Turn();
    }

    /// <summary>Learning goes filter by filter, looking input by input.</summary>
    void Turn()
    {
        for (var width = 1; width <= Widest; width++)
        {
            var (from, to) = (turned[width - 1], weights.Kernels[width - 1]);
            for (var filter = 0; filter < Filters; filter++)
                for (var i = 0; i < width * Size; i++) to[Place(width, filter, i)] = from[filter * width * Size + i];
        }
    }

    Net Quantised()
    {
        var largest = 0f;
        foreach (var value in table.Values) largest = MathF.Max(largest, MathF.Abs(value));
        var step = MathF.Min(largest, 0.8f) / 127;
        return new(Array.ConvertAll(table.Values, value => (sbyte)Math.Clamp(MathF.Round(value / step), -127, 127)), step, weights);
    }

    float[] Chance(int count, float reach)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = (chance.NextSingle() * 2 - 1) * reach;
        return values;
    }
}

sealed class NetBatch
{
    public float[] Vectors { get; set; } = [];
    public float[] Kept { get; set; } = [];
    public float[] Through { get; set; } = [];
    public float[] VectorSlopes { get; set; } = [];
    public float[][] Kernels { get; } = [.. Enumerable.Range(1, Widest).Select(width => new float[width * Size * Filters])];
    public float[] Biases { get; } = new float[Widest * Filters];
    public float[] Answers { get; } = new float[Questions.Count * Seen];
    public float[] Offsets { get; } = new float[Questions.Count];

    public void Clear()
    {
        foreach (var kernel in Kernels) Array.Clear(kernel);
        Array.Clear(Biases);
        Array.Clear(Answers);
        Array.Clear(Offsets);
    }
}
