using Zakhid.App.Web;
using Zakhid.Text;

namespace Zakhid.App.Pages;

/// Measures, bodies and plans in which every word that was typed stands, whatever its capitals, apostrophes and mixed letters.
[SignedIn]
sealed class SearchModel : WorkPage
{
    const int Most = 50;
    const int MostWords = 8;

    public string Asked { get; private set; } = "";
    public List<(long Id, string Name)> Bodies { get; private set; } = [];
    public List<(long Id, string Title)> Plans { get; private set; } = [];
    public List<FoundMeasure> Measures { get; private set; } = [];

    public async Task OnGet(string? q)
    {
        Asked = q?.Trim() ?? "";
        if (Asked.Length > 200) Asked = Asked[..200];
        var words = Folding.Key(Asked).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (words.Count == 0) return;
        await Read(async r =>
        {
            // The words are values of the query; unused ones match anything.
            string Like(int i) => i < words.Count ? $"%{words[i].Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}%" : "%";
            var values = new { w0 = Like(0), w1 = Like(1), w2 = Like(2), w3 = Like(3), w4 = Like(4), w5 = Like(5), w6 = Like(6), w7 = Like(7) };
            static string All(string column) => string.Join(" AND ", Enumerable.Range(0, MostWords).Select(i => $"{column} LIKE @w{i}"));
            Bodies = await r.All<(long, string)>($"SELECT id, name FROM body WHERE authority_id = @authority AND {All("key")} ORDER BY sort_key, id LIMIT {Most}", values);
            Plans = await r.All<(long, string)>($"SELECT id, title FROM plan WHERE authority_id = @authority AND {All("search_key")} ORDER BY id DESC LIMIT {Most}", values);
            Measures = await r.All<FoundMeasure>($"""
                SELECT m.plan_id, m.position, m.number, m.text, p.title FROM measure m JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id
                WHERE m.authority_id = @authority AND m.excluded_day IS NULL AND {All("m.search_key")} ORDER BY m.plan_id DESC, m.position LIMIT {Most}
                """, values);
            return true;
        });
    }

    public string Finding()
    {
        var found = Bodies.Count + Plans.Count + Measures.Count;
        if (found == 0) return T($"За словами «{Asked}» нічого не знайдено. Спробуйте частину слова: «інформ» замість «інформаційна».", $"Nothing is found for “{Asked}”. Try a part of a word.");
        var more = Measures.Count == Most ? T(" Показано перші 50 заходів.", " The first 50 measures are shown.") : "";
        return T($"Знайдено: {Plural.Count(found, "запис", "записи", "записів")}.", $"Found: {Plural.English(found, "entry", "entries")}.") + more;
    }
}

sealed record FoundMeasure(long PlanId, int Position, string? Number, string Text, string Title);
