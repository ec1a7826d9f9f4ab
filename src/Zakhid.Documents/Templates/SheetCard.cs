namespace Zakhid.Documents.Templates;

/// <summary>The requisites of an act as they stand over the table of a sheet, in the order of their rows. Null: left to be filled in.</summary>
public sealed record SheetCard(string? Issuer = null, string? Kind = null, string? Number = null, string? Date = null, string? Title = null, string? Signatory = null, string? Control = null)
{
    public IReadOnlyList<(string Label, string? Value)> Rows =>
    [
        ("Видавник акта", Issuer), ("Вид акта", Kind), ("Номер акта", Number), ("Дата акта", Date), ("Назва акта", Title), ("Підписав", Signatory), ("Контроль за виконанням", Control),
    ];
}
