using System.Text;

namespace Zakhid.Documents.Rtf;

/// <summary>Which signs the bytes of each font are: its character set, or the code page of the document (RTF 1.9.1, «Font table»).</summary>
sealed class RtfFonts(int? assumed)
{
    const int Western = 1252, Cyrillic = 1251;
    static readonly Encoding Fallback = PageOf(Cyrillic)!;

    readonly Dictionary<int, Encoding> _encodings = [];
    readonly HashSet<int> _symbols = [];
    int _current, _page = assumed ?? Western;

    /// <summary>The font that runs start with.</summary>
    public int Default { get; set; }

    /// <summary>The page that bytes are read in where their font does not tell; what the file says is not believed when a page is assumed.</summary>
    public void Page(int? number) { if (assumed is null && number is { } page && PageOf(page) is not null) _page = page; }

    public void Define(int font) => _current = font;

    public void CharacterSet(int? set)
    {
        if (set == 2) _symbols.Add(_current);
        else if (PageOfSet(set) is { } page) CodePage(page);
    }

    public void CodePage(int? number)
    {
        if (number is { } page && PageOf(page) is { } encoding) _encodings[_current] = encoding;
    }

    public bool IsSymbol(int font) => _symbols.Contains(font);

    public Encoding Of(int font) => _encodings.GetValueOrDefault(font) ?? PageOf(_page) ?? Fallback;

    static int? PageOfSet(int? set) => set switch
    {
        77 => 10000,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => Cyrillic,
        222 => 874,
        238 => 1250,
        255 => 850,
        _ => null,
    };

    static Encoding? PageOf(int page) => page == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(page);
}
