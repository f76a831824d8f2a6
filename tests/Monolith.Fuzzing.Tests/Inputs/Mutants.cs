using FsCheck;
using FsCheck.Fluent;

namespace Monolith.Fuzzing.Tests.Inputs;

/// <summary>Inputs that are nearly good: what readers refuse at once says little about them.</summary>
internal static class Mutants
{
    private const int MostEdits = 6;

    private static readonly EditKind[] Kinds = Enum.GetValues<EditKind>();

    public static Arbitrary<Mutant> Of(IReadOnlyList<byte[]> seeds) => Arb.From(
        from seed in Gen.Elements<byte[]>([.. seeds])
        from count in Gen.OneOf(Gen.Constant(1), Gen.Choose(1, 2), Gen.Choose(1, MostEdits))
        from edits in Gen.ArrayOf(OneEdit, count)
        select new Mutant(seed, edits),
        mutant => mutant.Smaller());

    private static Gen<Edit> OneEdit { get; } =
        from kind in Gen.Elements(Kinds)
        from place in Gen.Choose(0, 1_000_000)
        from span in Gen.OneOf(Gen.Choose(1, 4), Gen.Choose(1, 200))
        from token in Gen.Elements<string>([.. Tokens.All])
        select new Edit(kind, place, span, token);
}
