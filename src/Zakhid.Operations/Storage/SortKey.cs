using System.Text;
using Zakhid.Text;

namespace Zakhid.Operations.Storage;

/// <summary>
/// A key by which plain byte order is the order of the Ukrainian alphabet (ґ after г, є after е, і and ї after и), the same
/// on both databases and without any collation of theirs.
/// </summary>
public static class SortKey
{
    const string Alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";

    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length * 2);
        foreach (var c in Folding.Fold(name))
        {
            var place = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (place >= 0) key.Append((char)('А' + place));
            else if (char.IsLetterOrDigit(c) || c == ' ') key.Append(c);
        }
        return key.ToString();
    }
}
