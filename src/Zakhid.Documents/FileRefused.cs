namespace Zakhid.Documents;

/// <summary>
/// A file that is not read, for a reason from a closed list (<see cref="RefusalCode"/>) with its Ukrainian sentence.
/// Nothing else leaves a reader of a hostile file.
/// </summary>
public sealed class FileRefused(RefusalCode code, string reason, Exception? cause = null) : Exception(reason, cause)
{
    public RefusalCode Code { get; } = code;
}

/// <summary>Why a file is refused. The sentences stand in <see cref="Refusal"/>.</summary>
public enum RefusalCode
{
    Empty, TooLarge, UnknownFormat, Damaged, Encrypted, Bomb, ForgedSize, TooDeep, TooMany, Macros, Scan, Harmful, ConverterMissing, ConverterFailed, TooSlow,
}
