using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Zakhid.Documents;
using Zakhid.Documents.Pictures;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Reporting;

public class PhotographsTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static byte[] Photo([CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Zakhid.Documents.Tests", "Pictures", "photo-with-place.jpg"));

    [Theory, OnBoth]
    public async Task A_photograph_is_kept_without_its_place_and_no_file_on_disk_has_it(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);

        await new KeepEvidence(store).Add(by, At, obligation, "фото.jpg", new MemoryStream(Photo()));
        await new SaveDraft(store).Run(by, At, obligation, Full, 0);
        var submitted = await new SubmitReport(store).Run(by, At, obligation, "ключ");

        var file = Assert.Single(await store.Read(by.Authority, r => ReportReading.Files(r, obligation)));
        Assert.Equal(TakenOut.Location, file.Cleaned);
        var kept = await File.ReadAllBytesAsync(store.Files.PathOf(file.Sha256));
        Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(kept)));
        Assert.Equal(CleanPicture.Of(Photo(), "фото.jpg").Bytes, kept);
        Assert.NotEqual(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(Photo())));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetDirectoryName(store.Files.PathOf(file.Sha256)))!, "*", SearchOption.AllDirectories), path => File.ReadAllBytes(path).AsSpan().IndexOf("GPS"u8) >= 0);
        var last = await store.Read(by.Authority, r => ReportReading.Last(r, obligation));
        Assert.Equal((submitted.Receipt, file.Sha256, TakenOut.Location), (last!.Receipt, last.Said.Files[0].Sha256, last.Said.Files[0].Cleaned));
    }

    [Theory, OnBoth]
    public async Task A_photograph_from_which_the_place_cannot_be_taken_out_is_refused(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        var keep = new KeepEvidence(store);
        async Task<string> Refused(string name, byte[] bytes) => (await Assert.ThrowsAsync<FileRefused>(() => keep.Add(by, At, obligation, name, new MemoryStream(bytes)))).Message;

        Assert.Equal("Файл «IMG_1.HEIC» зберігає місце зйомки так, що його не вилучити. Збережіть фото як JPG і додайте ще раз.", await Refused("IMG_1.HEIC", [0, 0, 0, 24, .. "ftypheic"u8]));
        Assert.Equal("З файлу «фото.jpg» не вдалося вилучити дані про місце зйомки. Збережіть зображення як JPG або PNG і додайте ще раз", await Refused("фото.jpg", Photo()[..3]));
        Assert.Equal("У файлі «фото.jpg» — не те, що каже назва. Відкрийте файл, збережіть ще раз і додайте.", await Refused("фото.jpg", "%PDF-1.7"u8.ToArray()));
        Assert.Equal("Файл «фото.jpg» порожній. Перевірте його й додайте ще раз.", await Refused("фото.jpg", []));
        Assert.Equal("Файл «фото.png» завеликий. Можна до 25 МБ: зменште його або надішліть частинами.", await Refused("фото.png", new byte[25_000_001]));
        Assert.Empty(await store.Read(by.Authority, r => ReportReading.Files(r, obligation)));
    }
}
