using Zakhid.Documents.Consolidation;

namespace Zakhid.Documents.Control;

/// <summary>
/// An outgoing letter of an authority on its general letterhead, before it is a file (ДСТУ 4163:2020 as far as it is known):
/// name of the authority, day and number, addressee, what about, text, signature.
/// </summary>
public sealed record OfficialLetter
{
    /// <summary>Nominative, of the letterhead.</summary>
    public required string Authority { get; init; }
    /// <summary>«м. Глухів»; null: not printed.</summary>
    public string? Place { get; init; }
    /// <summary>Null: a line to be filled in by hand.</summary>
    public DateOnly? Day { get; init; }
    /// <summary>As registered; null: a line to be filled in by hand.</summary>
    public string? Number { get; init; }
    /// <summary>A body in the nominative: without an official named, the case stays (КМУ 55).</summary>
    public required string Addressee { get; init; }
    /// <summary>«Про подання інформації за III квартал 2020 року»</summary>
    public required string Subject { get; init; }
    public required IReadOnlyList<string> Text { get; init; }
    public required PaperSignature Signature { get; init; }
    /// <summary>Who wrote it, in small type at the foot.</summary>
    public string? PreparedBy { get; init; }
    public bool IsSample { get; init; }
    /// <summary>The only time in the file.</summary>
    public required DateTimeOffset Made { get; init; }
}
