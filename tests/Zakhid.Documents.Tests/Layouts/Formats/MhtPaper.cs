using System.Text;

namespace Zakhid.Documents.Tests.Layouts.Formats;

/// <summary>Writes a document as Word saves a web page in one file.</summary>
static class MhtPaper
{
    const string Boundary = "----=_NextPart_01DB0000.00000000";

    public static byte[] Of(byte[] page, string charset = "windows-1251") => Of(("text/html; charset=\"" + charset + "\"", "quoted-printable", "file:///C:/plan.htm", page), ("image/png", "base64", "file:///C:/plan_files/image001.png", [137, 80, 78, 71]));

    public static byte[] Of(params (string Kind, string Coding, string Location, byte[] Content)[] parts)
    {
        var file = new StringBuilder($"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"{Boundary}\"\r\n\r\nThis document is a Single File Web Page.\r\n\r\n");
        foreach (var (kind, coding, location, content) in parts)
            file.Append($"--{Boundary}\r\nContent-Location: {location}\r\nContent-Transfer-Encoding: {coding}\r\nContent-Type: {kind}\r\n\r\n{Coded(content, coding)}\r\n");
        return Encoding.Latin1.GetBytes(file.Append($"--{Boundary}--\r\n").ToString());
    }

    static string Coded(byte[] content, string coding)
    {
        if (coding == "base64") return Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);
        if (coding != "quoted-printable") return Encoding.Latin1.GetString(content);
        var coded = new StringBuilder();
        var line = 0;
        foreach (var code in content)
        {
            if (code == '\n') { coded.Append("\r\n"); line = 0; continue; }
            var sign = code is < 0x20 or > 0x7E or (byte)'=' ? $"={code:X2}" : ((char)code).ToString();
            if ((line += sign.Length) > 75) { coded.Append("=\r\n"); line = sign.Length; }
            coded.Append(sign);
        }
        return coded.ToString();
    }
}
