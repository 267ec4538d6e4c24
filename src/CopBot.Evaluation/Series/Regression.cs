using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using static System.Math;

namespace CopBot.Evaluation.Series;

/// <summary>
/// A line through a series in time by least squares, with errors that know that months resemble their neighbours.
/// </summary>
public sealed class Regression
{
    private readonly Matrix<double> _design;
    private readonly Matrix<double> _inverse;

    private Regression(Matrix<double> design, Matrix<double> inverse, Vector<double> y, Vector<double> coefficients)
    {
        (_design, _inverse) = (design, inverse);
        Coefficients = [.. coefficients];
        Fitted = [.. design * coefficients];
        Residuals = [.. y - (design * coefficients)];
    }

    /// <summary>One for each column, in their order.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>What the line says for each point.</summary>
    public IReadOnlyList<double> Fitted { get; }

    /// <summary>What each point has more than the line says.</summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>Points less columns.</summary>
    public int Freedom => _design.RowCount - _design.ColumnCount;

    /// <summary>The squares of the residuals, summed.</summary>
    public double ResidualSquares => Residuals.Sum(one => one * one);

    /// <summary>Textbook standard errors: those of independent points.</summary>
    public IReadOnlyList<double> Errors => ErrorsOf(_inverse * (ResidualSquares / Freedom));

    /// <summary>
    /// Durbin and Watson's statistic: near 2 where neighbours do not resemble each other, below where they do. Weak for
    /// short series.
    /// </summary>
    public double DurbinWatson =>
        Residuals.Zip(Residuals.Skip(1), (a, b) => (b - a) * (b - a)).Sum() / ResidualSquares;

    /// <summary>Fits it.</summary>
    /// <param name="y">The series.</param>
    /// <param name="columns">What it may hang on, each as long; a column of ones is one of them.</param>
    /// <returns>Null with too few points, or where a column follows from the others.</returns>
    public static Regression? Fit(IReadOnlyList<double> y, params IReadOnlyList<IReadOnlyList<double>> columns)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(columns);
        if (y.Count <= columns.Count || columns.Count == 0) return null;
        var design = Matrix<double>.Build.DenseOfColumns(columns);
        var qr = design.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        for (var column = 0; column < columns.Count; column++)
        {
            if (Abs(qr.R[column, column]) < 1e-9 * Max(1, design.Column(column).L2Norm())) return null;
        }

        var upper = qr.R.Inverse();
        var response = Vector<double>.Build.DenseOfEnumerable(y);
        return new(design, upper * upper.Transpose(), response, upper * (qr.Q.Transpose() * response));
    }

    /// <summary>
    /// Standard errors that allow for neighbours that resemble each other, as far as a lag, and for uneven spread
    /// (Newey and West 1987, Econometrica 55:703; Bartlett weights).
    /// </summary>
    /// <param name="lag">How many months resemble each other; see <see cref="UsualLag"/>.</param>
    /// <param name="adjusted">Multiplied by n / (n − k), as for few points it should.</param>
    public IReadOnlyList<double> NeweyWest(int lag, bool adjusted = true) => ErrorsOf(Covariance(lag, adjusted));

    /// <summary>
    /// The standard error of a weighted sum of coefficients, Newey and West's: √(c′Vc).
    /// </summary>
    public double NeweyWestOf(IReadOnlyList<double> weights, int lag, bool adjusted = true)
    {
        var c = Vector<double>.Build.DenseOfEnumerable(weights);
        return Sqrt(c * Covariance(lag, adjusted) * c);
    }

    /// <summary>A lag that is usual for so many points: ⌊4(n / 100)^(2/9)⌋.</summary>
    public static int UsualLag(int points) => (int)Floor(4 * Pow(points / 100.0, 2.0 / 9));

    /// <summary>Half the width of a 95 % interval in standard errors, by Student's t.</summary>
    public double Quantile => StudentT.InvCDF(0, 1, Freedom, 0.975);

    /// <summary>How often chance alone gives a coefficient as far from 0, by Student's t.</summary>
    public double P(double coefficient, double error) => 2 * StudentT.CDF(0, 1, Freedom, -Abs(coefficient / error));

    private Matrix<double> Covariance(int lag, bool adjusted)
    {
        var (n, k) = (_design.RowCount, _design.ColumnCount);
        var middle = Matrix<double>.Build.Dense(k, k);
        for (var apart = 0; apart <= Min(lag, n - 1); apart++)
        {
            var weight = 1 - (apart / (lag + 1.0));
            for (var t = apart; t < n; t++)
            {
                var (now, before) = (_design.Row(t), _design.Row(t - apart));
                var both = now.OuterProduct(before) * (weight * Residuals[t] * Residuals[t - apart]);
                middle += apart == 0 ? both : both + both.Transpose();
            }
        }

        return _inverse * middle * _inverse * (adjusted ? (double)n / (n - k) : 1);
    }

    private static IReadOnlyList<double> ErrorsOf(Matrix<double> covariance) =>
        [.. covariance.Diagonal().Select(Sqrt)];
}
