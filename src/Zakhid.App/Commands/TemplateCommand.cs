using System.CommandLine;
using Zakhid.Documents.Templates;

namespace Zakhid.App.Commands;

/// `zakhid template FILE`: the spreadsheet that a clerk fills in where there is no file of an act.
static class TemplateCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandLine.Say("куди записати, .xlsx", "where to write it, .xlsx") };
        var command = new Command("template", CommandLine.Say("Записати зразок таблиці для плану заходів", "Write the spreadsheet template of a plan")) { file };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(file)!, stop));
        return command;
    }

    static async Task<int> Run(FileInfo file, CancellationToken stop)
    {
        if (!file.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            await Console.Error.WriteLineAsync(CommandLine.Say($"Назвіть файл із закінченням .xlsx: «{file.Name}»", $"Name a file that ends with .xlsx: “{file.Name}”"));
            return 2;
        }
        if (file.Exists)
        {
            await Console.Error.WriteLineAsync(CommandLine.Say($"Файл «{file.Name}» уже є. Виберіть іншу назву, щоб не втратити вписане.", $"“{file.Name}” exists. Choose another name, so that nothing typed is lost."));
            return 1;
        }
        using var template = new MemoryStream();
        PlanSheetXlsx.WriteTemplate(template);
        try
        {
            await File.WriteAllBytesAsync(file.FullName, template.ToArray(), stop);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(CommandLine.Say($"Файл «{file.Name}» не записано. Перевірте місце на диску й права на теку.", $"“{file.Name}” was not written. Check the disk's space and the rights on the folder."));
            return 1;
        }
        Console.WriteLine(CommandLine.Say($"Зразок записано: {file.FullName}. Заповніть його й додайте на сторінці «Додати план» або командою import.", $"The template is in {file.FullName}. Fill it in and add it on the page “Add a plan” or with import."));
        return 0;
    }
}
