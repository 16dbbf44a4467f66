namespace JudgeTrainer;

/// <summary>Logistic regression of a few values by Newton's method, held a little towards zero.</summary>
static class Regression
{
    public static double[] Fit(Sample[] samples)
    {
        var size = samples[0].Values.Length;
        var weights = new double[size];
        for (var round = 0; round < 30; round++)
        {
            var matrix = new double[size, size + 1];
            for (var i = 0; i < size; i++) (matrix[i, i], matrix[i, size]) = (1e-2, -1e-2 * weights[i]);
            foreach (var sample in samples)
            {
                var sum = 0.0;
                for (var i = 0; i < size; i++) sum += weights[i] * sample.Values[i];
                var likely = 1 / (1 + Math.Exp(-sum));
                var (slope, curve) = (sample.Weight * (sample.Answer - likely), sample.Weight * likely * (1 - likely));
                for (var i = 0; i < size; i++)
                {
                    matrix[i, size] += slope * sample.Values[i];
                    for (var j = 0; j < size; j++) matrix[i, j] += curve * sample.Values[i] * sample.Values[j];
                }
            }
            var step = Solve(matrix, size);
            for (var i = 0; i < size; i++) weights[i] += Math.Clamp(step[i], -2, 2);
        }
        return weights;
    }

    static double[] Solve(double[,] matrix, int size)
    {
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column <= size; column++) matrix[row, column] -= factor * matrix[pivot, column];
            }
        }
        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            var rest = matrix[row, size];
            for (var column = row + 1; column < size; column++) rest -= matrix[row, column] * solution[column];
            solution[row] = rest / matrix[row, row];
        }
        return solution;
    }
}
