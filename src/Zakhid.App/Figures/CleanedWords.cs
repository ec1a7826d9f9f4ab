using Zakhid.Documents.Pictures;
using Zakhid.Operations.Reporting;

namespace Zakhid.App.Figures;

/// What was taken out of a photograph before it was kept.
static class CleanedWords
{
    /// Beside the file's name; empty where nothing had to be taken out.
    public static string Short(TakenOut? cleaned, bool english) => cleaned switch
    {
        TakenOut.Location => english ? "place of taking removed" : "місце зйомки вилучено",
        TakenOut.Data => english ? "data of the device removed" : "дані про пристрій вилучено",
        _ => "",
    };

    /// For the receipt.
    public static string Of(ReportedFile file, bool english) => file.Cleaned == TakenOut.Location
        ? english ? $"The photograph “{file.Name}” is kept without the place where it was taken. SHA-256 of the kept file: {file.Sha256[..16]}…" : $"Фото «{file.Name}» збережено без координат місця зйомки. SHA-256 збереженого файлу: {file.Sha256[..16]}…"
        : english ? $"The photograph “{file.Name}” is kept without data of the device. SHA-256 of the kept file: {file.Sha256[..16]}…" : $"Фото «{file.Name}» збережено без даних про пристрій. SHA-256 збереженого файлу: {file.Sha256[..16]}…";
}
