using Mono.Cecil;
using Mono.Cecil.Cil;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Calls;

/// <summary>A second net under the banned symbols analyzer, which a pragma or a setting could silence.</summary>
public sealed class BannedCallsRule : Rule<BuiltAssembly>
{
    private static readonly HashSet<string> Banned = new(StringComparer.Ordinal)
    {
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Threading.Tasks.Task`1::get_Result", "System.Threading.Tasks.ValueTask`1::get_Result",
        "System.Threading.Tasks.Task::Wait", "System.Threading.Tasks.Task::WaitAll", "System.Threading.Tasks.Task::WaitAny",
        "System.Threading.Thread::Sleep", "System.Type::GetType",
    };

    protected override IEnumerable<BuiltAssembly> Subjects => Repository.Assemblies;

    protected override IEnumerable<(BuiltAssembly, string)> Violators =>
    [
        Violator("Now", "System.DateTime::get_Now"),
        Violator("UtcNow", "System.DateTime::get_UtcNow"),
        Violator("Result", "System.Threading.Tasks.Task`1::get_Result"),
        Violator("Wait", "System.Threading.Tasks.Task::Wait"),
        Violator("Sleep", "System.Threading.Thread::Sleep"),
        Violator("Named", "System.Type::GetType"),
    ];

    protected override IEnumerable<string> Violations(BuiltAssembly subject) =>
        from type in subject.Definition.MainModule.GetTypes()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.OpCode.FlowControl == FlowControl.Call || instruction.OpCode == OpCodes.Ldftn
        let called = Name(instruction.Operand)
        where Banned.Contains(called)
        select $"{type.FullName}::{method.Name} calls {called}";

    private static string Name(object operand) =>
        operand is MethodReference method ? $"{method.DeclaringType.GetElementType().FullName}::{method.Name}" : "";

    private static (BuiltAssembly, string) Violator(string method, string called) =>
        (Made.ThisOne(ProjectKind.Implementation), $"{nameof(BannedCalls)}::{method} calls {called}");
}
