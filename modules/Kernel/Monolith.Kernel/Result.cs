namespace Monolith.Kernel;

/// <summary>A value, or every reason why there is none.</summary>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Problem> problems)
    {
        this.value = value;
        Problems = problems;
    }

    /// <summary>Empty when the result holds a value.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    public bool IsSuccess => Problems.Count == 0;

    /// <exception cref="InvalidOperationException">The result holds problems.</exception>
    public T Value => IsSuccess ? value! : throw new InvalidOperationException(string.Join("; ", Problems));

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Problem problem) => new(default, [problem]);

    public static Result<T> Failed(IReadOnlyList<Problem> problems) =>
        problems.Count > 0 ? new(default, problems) : throw new ArgumentException("A failed result needs a problem.", nameof(problems));
}
