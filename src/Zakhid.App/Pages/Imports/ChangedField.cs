using Zakhid.Operations.Reading;
using Zakhid.Text;

namespace Zakhid.App.Pages.Imports;

/// A field of two readings: its name, and word by word what is gone and what has come.
sealed record ChangedField(string Name, FieldDifference Field)
{
    public IReadOnlyList<(Change Change, string Text)> Words => WordDifference.Of(Field.Before ?? "", Field.After ?? "");
}
