using System.Globalization;

namespace Zakhid.Documents.Docx;

/// <summary>How WordprocessingML writes values, in its transitional and its strict name space.</summary>
static class Words
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>The attribute <c>w:val</c> of the element.</summary>
    public static string? Val(this PartReader xml) => xml.W("val");

    public static string? W(this PartReader xml, string attribute) => xml.Attribute(attribute, Transitional) ?? xml.Attribute(attribute, Strict);

    public static int? Number(this PartReader xml, string attribute = "val") =>
        int.TryParse(xml.W(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An on/off property: present without a value is on (17.17.4).</summary>
    public static bool IsOn(this PartReader xml) => xml.Val() is not ("0" or "false" or "off" or "none");
}
