using System.Text;

namespace Zakhid.Operations.Mail;

/// <summary>What a server answered: its number and its lines without it.</summary>
sealed record SmtpAnswer(int Code, IReadOnlyList<string> Lines)
{
    const int Longest = 200;

    /// <summary>Fit to be shown: the number and its words in one line, nothing in it that ends or colours a line.</summary>
    public string Said
    {
        get
        {
            var words = new string([.. string.Join(' ', Lines).Select(sign => char.IsControl(sign) ? ' ' : sign)]).Trim();
            return $"{Code} {(words.Length > Longest ? words[..Longest] + "…" : words)}".Trim();
        }
    }
}

/// <summary>Lines of a conversation. Whoever is at the other end may say anything: lines and answers have limits.</summary>
sealed class SmtpLines(Stream wire)
{
    const int LongestLine = 2000, MostLines = 100;

    readonly byte[] _buffer = new byte[4096];
    int _from, _to;

    /// <summary>More has come than was read.</summary>
    public bool HasMore => _from < _to;

    public async Task Write(byte[] bytes, CancellationToken stop)
    {
        await wire.WriteAsync(bytes, stop);
        await wire.FlushAsync(stop);
    }

    /// <exception cref="MailFailed">Garbled or Dropped.</exception>
    public async Task<SmtpAnswer> Answer(CancellationToken stop)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await Line(stop);
            if (line.Length < 3 || line.AsSpan(0, 3).ContainsAnyExceptInRange('0', '9') || line[0] is < '2' or > '5' || (line.Length > 3 && line[3] is not (' ' or '-'))) throw new MailFailed(MailTrouble.Garbled);
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ') return new(int.Parse(line.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture), lines);
        }
        throw new MailFailed(MailTrouble.Garbled);
    }

    async Task<string> Line(CancellationToken stop)
    {
        var bytes = new List<byte>();
        while (bytes.Count < LongestLine)
        {
            if (_from == _to)
            {
                (_from, _to) = (0, await wire.ReadAsync(_buffer, stop));
                if (_to == 0) throw new MailFailed(MailTrouble.Dropped);
            }
            var next = _buffer[_from++];
            if (next == '\n') return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
            bytes.Add(next);
        }
        throw new MailFailed(MailTrouble.Garbled);
    }
}
