namespace Zakhid.App.Tests.Commands;

/// `zakhid template FILE`, and what becomes of the file.
public sealed class TemplateCommandTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-template-").FullName;

    [Fact]
    public void The_template_is_written_once_and_read_as_a_draft_without_measures()
    {
        var file = Path.Combine(_folder, "зразок.xlsx");

        var written = ZakhidProcess.Run("", "template", file);
        Assert.Equal((0, $"Зразок записано: {file}. Заповніть його й додайте на сторінці «Додати план» або командою import."), (written.Status, written.Said.Trim()));
        Assert.Contains("Заходів: 0", ZakhidProcess.Run("", "read", file).Said, StringComparison.Ordinal);

        Assert.Equal((1, "Файл «зразок.xlsx» уже є. Виберіть іншу назву, щоб не втратити вписане."), ZakhidProcess.Run("", "template", file) is var again ? (again.Status, again.Failed.Trim()) : default);
        Assert.Equal((2, "Назвіть файл із закінченням .xlsx: «зразок.docx»"), ZakhidProcess.Run("", "template", Path.Combine(_folder, "зразок.docx")) is var wrong ? (wrong.Status, wrong.Failed.Trim()) : default);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
