// How well items that tell of the same event are found, on pairs that are labelled: precision and recall over all pairs within three days.
//   dotnet run -c Release --project bench/clusters [-- explain]        ../shared/data, or MANSET_SHARED/data, has the corpora
using ClusterBench;

var data = Path.Combine(Environment.GetEnvironmentVariable("MANSET_SHARED") ?? "../shared", "data");
var explain = args.Contains("explain");
var labels = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "labelled.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
    .ToDictionary(part => (part[1], part[2]), part => part[0]);
var (turkish, english) = (Piece.News(data, "corpus-ozetnews-tr/ozetnews.jsonl.gz", "tr").ToList(), Piece.News(data, "corpus-wikinews-en/wikinews-en.jsonl.gz", "en").ToList());

Console.WriteLine($"{"pairs",-46} {"compared",8} {"same",6} {"precision",9} {"recall",7}");
new Trial(turkish).Print("Turkish news as it came, labelled by hand", (one, other) => Labelled(one, other) switch { "either" => null, "same" => true, _ => false }, explain: explain);
new Trial(english).Print("English news, each its own event", (_, _) => false, explain: explain);
foreach (var (name, rewritten) in Rewriting.All)
{
    // Some texts of the Turkish corpus are in it twice: those pairs are of the first table.
    List<Piece> once = [.. turkish.Where(piece => labels.All(label => label.Value == "other" || label.Key.Item2 != piece.Id)), .. english];
    new Trial([.. once, .. once.Select(rewritten)]).Print($"both, {name}", (one, other) => one.Event == other.Event, explain: explain && args.Contains("rewritten"));
}
new Trial([.. Piece.Parallel(data)]).Print("Turkish with English, parallel news, 1-9 lines", (one, other) => one.Event == other.Event, true, explain);
new Trial([.. Piece.Parallel(data).Where(piece => piece.Text.Length > 300)]).Print("the same, over 300 letters", (one, other) => one.Event == other.Event, true);
new Trial([.. Piece.Script()]).Print("Turkish with English, our own script", (one, other) => one.Event == other.Event, true, explain);
new Trial([.. Piece.Script(), .. Piece.Parallel(data)]).Print("both, Turkish with English", (one, other) => one.Event == other.Event, true);

string? Labelled(Piece one, Piece other) => labels.GetValueOrDefault((one.Id, other.Id)) ?? labels.GetValueOrDefault((other.Id, one.Id));
