using System.Security.Cryptography;
using System.Text;

namespace Zakhid.Operations.Files;

/// <summary>SHA-256 of a text in UTF-8, lower-case hex: of what was handed in or sent, so that a later change shows.</summary>
static class ContentHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
