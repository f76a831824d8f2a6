namespace Monolith.Models.Tests.Support;

/// <summary>Each of one with each of another.</summary>
internal sealed class MatrixTheoryData<TOne, TOther>(IEnumerable<TOne> ones, IReadOnlyCollection<TOther> others)
{
    public TheoryData<TOne, TOther> ToTheoryData()
    {
        var data = new TheoryData<TOne, TOther>();
        foreach (var one in ones)
        {
            foreach (var other in others)
                data.Add(one, other);
        }

        return data;
    }
}
