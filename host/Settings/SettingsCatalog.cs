using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Monolith.Kernel;

namespace Monolith.Host.Settings;

/// <summary>Every setting of the registered sections: what the schema, the page and the effective values are made of.</summary>
internal static class SettingsCatalog
{
    public static IReadOnlyList<Setting> Of(IEnumerable<SettingsSection> sections)
    {
        var descriptions = new SettingDescriptions();
        var found = new Dictionary<string, Setting>(StringComparer.OrdinalIgnoreCase);
        // A section below another's is a property of it, or one of its names.
        foreach (var section in sections.OrderBy(section => section.Name.Count(letter => letter == ':')).Prepend(new SettingsSection("", typeof(RootSettings))))
            foreach (var setting in In(section.Name, section.Options, descriptions))
                if (!found.Values.Any(other => other.Names(setting.Path)))
                    found.Add(setting.Path, setting);
        return [.. found.Values.OrderBy(setting => setting.Path, StringComparer.Ordinal)];
    }

    private static IEnumerable<Setting> In(string path, Type options, SettingDescriptions descriptions)
    {
        var defaults = Activator.CreateInstance(options)!;
        return options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => Of(Join(path, property.Name), property, defaults, descriptions));
    }

    private static IEnumerable<Setting> Of(string path, PropertyInfo property, object defaults, SettingDescriptions descriptions)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var element = ElementOf(type);
        if (element is not null && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
            path = Join(path, Setting.AnyName);
        else if (element is not null)
            path = Join(path, Setting.Element);
        if (IsOptions(element ?? type))
            return In(path, element ?? type, descriptions);

        var words = property.GetCustomAttribute<DefaultValueAttribute>()?.Value as string;
        return
        [
            new Setting(
                path,
                element ?? type,
                element is null && words is null ? property.GetValue(defaults) : null,
                words,
                BoundsOf(property),
                descriptions.Of(property),
                property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password),
        ];
    }

    private static (object?, object?) BoundsOf(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is not { } range)
            return (null, null);
        return range.OperandType == typeof(decimal)
            ? (decimal.Parse((string)range.Minimum, CultureInfo.InvariantCulture), decimal.Parse((string)range.Maximum, CultureInfo.InvariantCulture))
            : (range.Minimum, range.Maximum);
    }

    private static Type? ElementOf(Type type) => type switch
    {
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(List<>) => type.GenericTypeArguments[0],
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Dictionary<,>) => type.GenericTypeArguments[1],
        _ => null,
    };

    private static bool IsOptions(Type type) => type.IsClass && type != typeof(string);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";
}
