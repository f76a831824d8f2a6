using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

namespace Monolith.ClientGenerator;

/// <summary>The code of Monolith.Client that follows from the OpenAPI document, and nothing else: the same document gives the same code.</summary>
public static class Generator
{
    /// <param name="document">The OpenAPI document, as the host serves it.</param>
    public static async Task<string> GenerateAsync(string document)
    {
        var prepared = await OpenApiDocument.FromJsonAsync(Preparation.Of(document));
        var code = new CSharpClientGenerator(prepared, Settings()).GenerateFile();
        return code.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static CSharpClientGeneratorSettings Settings() => new()
    {
        ClassName = "MonolithClient",
        ExceptionClass = "MonolithException",
        GenerateExceptionClasses = false,
        OperationNameGenerator = new SingleClientFromOperationIdOperationNameGenerator(),
        GenerateOptionalParameters = true,
        GeneratePrepareRequestAndProcessResponseAsAsyncMethods = false,
        InjectHttpClient = true,
        DisposeHttpClient = false,
        UseBaseUrl = false,
        ParameterArrayType = "System.Collections.Generic.IEnumerable",
        ResponseArrayType = "System.Collections.Generic.IReadOnlyList",
        AdditionalNamespaceUsages = ["System.Text.Json.Nodes"],
        CSharpGeneratorSettings =
        {
            Namespace = "Monolith.Client",
            JsonLibrary = CSharpJsonLibrary.SystemTextJson,
            ClassStyle = CSharpClassStyle.Poco,
            GenerateNativeRecords = true,
            GenerateNullableReferenceTypes = true,
            GenerateOptionalPropertiesAsNullable = true,
            GenerateDataAnnotations = false,
            ArrayType = "System.Collections.Generic.IReadOnlyList",
            ArrayInstanceType = "System.Collections.Generic.List",
            DictionaryType = "System.Collections.Generic.IReadOnlyDictionary",
            DictionaryInstanceType = "System.Collections.Generic.Dictionary",
            ExcludedTypeNames = [Preparation.AnyJson, "JsonObject"],
        },
    };
}
