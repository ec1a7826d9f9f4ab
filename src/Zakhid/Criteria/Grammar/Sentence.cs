using Zakhid.Text;

namespace Zakhid.Criteria.Grammar;

/// <summary>What a piece of a sentence is there for, when it is not the count itself.</summary>
enum Role { None, Baseline, Per, Scope, By, Population, Aside, Unit, Attribute }

/// <summary>A stretch of a sentence with a role: pieces from <see cref="From"/> up to but without <see cref="To"/>.</summary>
sealed record Mark(Role Role, int From, int To, string? Text = null, PeriodLength? Per = null, int Every = 1, Moment? Moment = null);

/// <summary>A sentence of a criterion with the roles of its parts told apart.</summary>
sealed class Sentence
{
    readonly Role[] _roles;
    readonly List<Mark> _marks = [];

    public Sentence(string phrase, IReadOnlyList<Piece> pieces)
    {
        (Phrase, Pieces) = (phrase, pieces);
        _roles = new Role[pieces.Count];
        Marking.Mark(this);
    }

    public string Phrase { get; }
    public IReadOnlyList<Piece> Pieces { get; }
    public IReadOnlyList<Mark> Marks => _marks;

    public Role RoleAt(int at) => _roles[at];

    public bool IsFree(int at) => at >= 0 && at < Pieces.Count && _roles[at] == Role.None;

    /// <summary>The word at a place, or an empty string.</summary>
    public string Word(int at) => at >= 0 && at < Pieces.Count && Pieces[at].Kind is PieceKind.Word or PieceKind.Sign ? Pieces[at].Text : "";

    public void Add(Mark mark)
    {
        _marks.Add(mark);
        for (var i = mark.From; i < mark.To; i++) _roles[i] = mark.Role;
    }

    public Mark? Find(Role role, int from, int to) => _marks.Find(m => m.Role == role && m.From >= from && m.From < to);

    /// <summary>A noun for a unit: as printed, in small letters of one alphabet.</summary>
    public string Noun(int at) => Folding.Fold(Pieces[at].Span.Of(Phrase)).Replace('ʼ', '’');

    /// <summary>The text as printed, from one piece up to another, ends trimmed of signs.</summary>
    public string Printed(int from, int to)
    {
        while (from < to && Pieces[from].Kind == PieceKind.Sign && !Pieces[from].Is("(")) from++;
        while (to > from && Pieces[to - 1].Kind == PieceKind.Sign && !Pieces[to - 1].Is(")")) to--;
        return from >= to ? "" : Folding.Collapse(Span(from, to).Of(Phrase));
    }

    public Span Span(int from, int to) => Pieces[from].Span.To(Pieces[Math.Max(from, to - 1)].Span);
}
