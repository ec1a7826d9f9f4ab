using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Zakhid.Operations.Storage;

/// <summary>
/// The named values of a query: the properties of an anonymous object (<c>new { plan, day }</c> fills @plan and @day).
/// </summary>
static class Parameters
{
    /// <summary>A property of a type of objects: its name, the column type it is stored as, and its value.</summary>
    public sealed record Named(string Name, Type StoredAs, bool IsList, Func<object, object?> Get)
    {
        public object? Stored(object of) => IsList ? Get(of) : Values.Stored(Get(of));
    }

    static readonly ConcurrentDictionary<Type, Named[]> _known = new();

    /// <exception cref="InvalidOperationException">
    /// Two names differ by case only, or one is the scope's own @authority: PostgreSQL's driver takes them for one, SQLite's does not.
    /// </exception>
    public static Named[] Of(Type type) => _known.GetOrAdd(type, static type =>
    {
        Named[] all = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0).Select(Make)];
        var twice = all.Select(p => p.Name).Append("authority").GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? all : throw new InvalidOperationException($"@{twice.Key} is given twice; a parameter's case does not count");
    });

    static Named Make(PropertyInfo property)
    {
        var list = property.PropertyType != typeof(string) && property.PropertyType != typeof(byte[])
            ? property.PropertyType.GetInterfaces().Append(property.PropertyType)
                .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            : null;
        var of = Expression.Parameter(typeof(object), "of");
        var get = Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(of, property.DeclaringType!), property), typeof(object)), of).Compile();
        return new(property.Name, Values.StoredAs(list?.GetGenericArguments()[0] ?? property.PropertyType), list is not null, get);
    }

    /// <summary>The members of a list as they are stored.</summary>
    public static object?[] Members(object? list) => list is null ? [] : [.. ((System.Collections.IEnumerable)list).Cast<object?>().Select(Values.Stored)];

    /// <summary>PaperNumber → paper_number.</summary>
    public static string Column(string property) =>
        string.Concat(property.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
