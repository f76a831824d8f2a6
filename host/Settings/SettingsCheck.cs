using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Monolith.Access;
using Monolith.Kernel;

namespace Monolith.Host.Settings;

/// <summary>Looks at every registered section and rule of the configuration before anything starts, and tells all that is wrong at once.</summary>
internal static class SettingsCheck
{
    /// <param name="services">Where sections and rules are registered.</param>
    /// <param name="configuration">What they are checked against.</param>
    /// <param name="listens">Whether the addresses have to be free now.</param>
    public static IReadOnlyList<string> Run(IServiceCollection services, IConfiguration configuration, bool listens = true) =>
    [
        .. Sections(services).SelectMany(section => Check(section, configuration.GetSection(section.Name))),
        .. Registered<SettingRule>(services).SelectMany(rule => Check(rule, configuration.GetSection(rule.Key))),
        .. Addresses(configuration, listens),
        .. UnknownSections.In(Sections(services).Select(section => section.Name), configuration),
    ];

    public static IEnumerable<SettingsSection> Sections(IServiceCollection services) => Registered<SettingsSection>(services);

    private static IEnumerable<string> Addresses(IConfiguration configuration, bool listens) =>
        AddressCheck.Run(configuration[WebHostDefaults.ServerUrlsKey], listens).ToList() is { Count: > 0 } problems ? problems : AccessModule.ExposureFaults(configuration);

    private static IEnumerable<T> Registered<T>(IServiceCollection services) => services
        .Where(service => service.ServiceType == typeof(T))
        .Select(service => service.ImplementationInstance)
        .OfType<T>();

    private static IEnumerable<string> Check(SettingRule rule, IConfigurationSection setting) =>
        from place in setting.GetChildren().Prepend(setting)
        let problem = place.Value is { Length: > 0 } value ? rule.Check(value) : null
        where problem is not null
        select $"{place.Path}: {problem}";

    private static IEnumerable<string> Check(SettingsSection section, IConfigurationSection values)
    {
        var options = Activator.CreateInstance(section.Options)!;
        foreach (var value in values.GetChildren())
        {
            if (Set(section, options, value) is { } problem)
                yield return $"{value.Path}: {problem}";
            foreach (var within in ByName(section, value))
                yield return within;
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
            yield return $"{section.Name}:{string.Join(',', result.MemberNames)}: {result.ErrorMessage}";
    }

    /// <summary>A property that holds options by name is a section for each name.</summary>
    private static IEnumerable<string> ByName(SettingsSection section, IConfigurationSection value) =>
        PropertyOf(section, value) is { PropertyType: { IsGenericType: true } type } && type.GetGenericTypeDefinition() == typeof(Dictionary<,>)
            && type.GenericTypeArguments[1] != typeof(string)
            ? value.GetChildren().SelectMany(named => named.Value is null
                ? Check(new SettingsSection(named.Path, type.GenericTypeArguments[1]), named)
                : [$"{named.Path}: Give settings below it: {string.Join(", ", type.GenericTypeArguments[1].GetProperties().Select(p => p.Name))}."])
            : [];

    private static PropertyInfo? PropertyOf(SettingsSection section, IConfigurationSection value) => section.Options
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .FirstOrDefault(property => property.Name.Equals(value.Key, StringComparison.OrdinalIgnoreCase));

    private static string? Set(SettingsSection section, object options, IConfigurationSection value)
    {
        var property = PropertyOf(section, value);
        if (property is null)
            return $"There is no such setting. {section.Name} has {string.Join(", ", section.Options.GetProperties().Select(p => p.Name))}.";
        if (value.Value is null || property.SetMethod is null)
            return null;

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        try
        {
            property.SetValue(options, TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value.Value));
            return null;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return $"'{value.Value}' is not {Describe(type)}.";
        }
    }

    private static string Describe(Type type) => type switch
    {
        _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(TimeSpan) => "a time span such as 00:00:15",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) || type == typeof(decimal) => "a number",
        _ => $"a value of type {type.Name}",
    };
}
