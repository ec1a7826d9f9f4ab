using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;

namespace Zakhid.Operations.Storage;

/// <summary>
/// Makes a record of a row. A column «due_day» fills the constructor parameter or property DueDay; a tuple is filled by
/// position; a simple type takes the first column. A constructor parameter without its column is an error at once, not a
/// silent null. Compiled once for each type and query, and the same on both databases, whose drivers give other types.
/// </summary>
static class RowReader
{
    static readonly ConcurrentDictionary<(Type Type, string Sql), Delegate> _readers = new();

    public static Func<DbDataReader, T> For<T>(string sql, DbDataReader row) =>
        (Func<DbDataReader, T>)_readers.GetOrAdd((typeof(T), sql), static (key, row) => Compile(key.Type, row), row);

    static Delegate Compile(Type type, DbDataReader row)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "row");
        var body = IsSimple(type) ? Read(reader, 0, type, type.Name)
            : IsTuple(type) ? Tuple(reader, type)
            : Object(reader, type, Columns(row));
        return Expression.Lambda(typeof(Func<,>).MakeGenericType(typeof(DbDataReader), type), body, reader).Compile();
    }

    static Dictionary<string, int> Columns(DbDataReader row)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < row.FieldCount; i++) columns.TryAdd(row.GetName(i).Replace("_", "", StringComparison.Ordinal), i);
        return columns;
    }

    static bool IsTuple(Type type) => type.IsValueType && type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    static NewExpression Tuple(ParameterExpression reader, Type type) =>
        Expression.New(type.GetConstructor(type.GetGenericArguments())!, type.GetGenericArguments().Select((t, i) => Read(reader, i, t, $"column {i}")));

    static Expression Object(ParameterExpression reader, Type type, Dictionary<string, int> columns)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? throw new InvalidOperationException($"{type.Name} has no public constructor");
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var arguments = constructor.GetParameters().Select(p =>
        {
            taken.Add(p.Name!);
            if (columns.TryGetValue(p.Name!, out var i)) return Read(reader, i, p.ParameterType, p.Name!);
            if (p.HasDefaultValue) return (Expression)Expression.Convert(Expression.Constant(p.DefaultValue), p.ParameterType);
            throw new InvalidOperationException($"The query gives no column for {type.Name}.{p.Name}");
        }).ToList();
        var bindings = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && !taken.Contains(p.Name) && columns.ContainsKey(p.Name))
            .Select(p => (MemberBinding)Expression.Bind(p, Read(reader, columns[p.Name], p.PropertyType, p.Name))).ToList();
        var made = Expression.New(constructor, arguments);
        return bindings.Count == 0 ? made : Expression.MemberInit(made, bindings);
    }

    static Expression Read(ParameterExpression reader, int i, Type type, string name)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var method = bare.IsEnum
            ? typeof(Values).GetMethod(nameof(Values.ReadEnum), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(bare)
            : _methods.TryGetValue(bare, out var known) ? known
            : throw new InvalidOperationException($"{name}: a column is not read as {bare.Name}");
        var column = Expression.Constant(i);
        Expression value = Expression.Call(method, reader, column);
        if (bare != type) value = Expression.Convert(value, type);
        Expression absent = type.IsValueType && bare == type
            ? Expression.Throw(Expression.Constant(new InvalidOperationException($"The column of {name} is null")), type)
            : Expression.Default(type);
        return Expression.Condition(Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, column), absent, value);
    }

    static bool IsSimple(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var bare && (bare.IsEnum || _methods.ContainsKey(bare));

    static readonly Dictionary<Type, MethodInfo> _methods = new[]
    {
        nameof(Values.ReadLong), nameof(Values.ReadInt), nameof(Values.ReadBool), nameof(Values.ReadDouble), nameof(Values.ReadString),
        nameof(Values.ReadBytes), nameof(Values.ReadDay), nameof(Values.ReadInstant), nameof(Values.ReadGuid), nameof(Values.ReadDecimal),
    }.Select(name => typeof(Values).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!).ToDictionary(m => m.ReturnType);
}
