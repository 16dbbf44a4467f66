// What the moderation library reaches, on training folds and clean text:
//   dotnet run -c Release --project bench/moderation -- ../shared/data
using System.Diagnostics;
using JudgeTrainer;
using Manset.Moderation;
using ModerationBench;

var data = args.Length > 0 ? args[0] : "../shared/data";
var start = Stopwatch.StartNew();
var turkish = Judge.For(HouseRules.Default("tr"));
turkish.Weigh(new("Bugun hava cok guzel, parkta yuruyus yaptik."));
Console.WriteLine($"library start to first verdict: {start.ElapsedMilliseconds} ms");
if (args.Contains("apart")) { Apart.Print(turkish, data); return; }
if (args.Contains("deda")) { Spelling.PrintTokens("deda2019-tr", turkish, data, onlyDe: true); return; }
var english = Judge.For(HouseRules.Default("en"));
if (args.Contains("capitals")) { PrintCapitals(); return; }

Console.WriteLine("\nlanguage");
Spelling.PrintTongue("tr in tr, 20 letters", turkish, true, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr").Select(First));
Spelling.PrintTongue("en in tr, 20 letters", turkish, false, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en").Select(First));
Spelling.PrintTongue("tr in en, 20 letters", english, false, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr").Select(First));
Spelling.PrintTongue("en in en, 20 letters", english, true, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en").Select(First));
foreach (var (name, feed) in (ReadOnlySpan<(string, string)>)[("de", "Rss20FazNet"), ("de", "Rss10OrfAt"), ("de", "Rss20DerBrutkasten"), ("fr", "Rss20LeMonde"), ("it", "Rss20RomaToday"), ("ca", "Rss10Minutos20Catalans"), ("af", "Rss20NuusInAfrikaans")])
    Spelling.PrintTongue($"{name} in tr, 20 letters", turkish, false, Texts.Titles($"{data}/real-feeds/feedreader", $"{feed}.xml").Select(First));
Spelling.PrintTongue("Instagram comments, tr", turkish, true, Texts.Field($"{data}/moderation/hatc-tr/train.jsonl.gz", "text"));
Spelling.PrintTongue("tweets, tr", turkish, true, Texts.Field($"{data}/moderation/offenseval2020-tr/train.jsonl.gz", "text"));
Spelling.PrintTongue("tweets, en, in tr", turkish, false, Texts.Field($"{data}/moderation/olid-en/train.jsonl.gz", "text"));
Spelling.PrintTongue("tweets, en", english, true, Texts.Field($"{data}/moderation/olid-en/train.jsonl.gz", "text"));
if (args.Contains("language")) return;

Console.WriteLine("\nTurkish letters: bare and half bare text told from proper text");
Spelling.PrintRestored("turkishtweets2020-tr", data);
Spelling.PrintBare("treebank sentences", turkish, Texts.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz"));
Spelling.PrintBare("encyclopaedic", turkish, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr"));

Console.WriteLine("\nTurkish letters: speed, one core");
Speed.PrintRestorer("bare text", Texts.Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz").Select(Mending.Bare));
Speed.PrintRestorer("proper text", Texts.Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz"));
Speed.PrintRestorer("tweets", Texts.Field($"{data}/moderation/offenseval2020-tr/train.jsonl.gz", "text"));
if (args.Contains("letters")) return;

Console.WriteLine("\nspelling");
Spelling.PrintTokens("turkishtweets2020-tr", turkish, data);
Spelling.PrintTokens("deda2019-tr", turkish, data);
Spelling.PrintTokens("deda2019-tr", turkish, data, onlyDe: true);
Apart.Print(turkish, data);
Spelling.PrintClean("news words, tr", turkish, Texts.Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz"));
Spelling.PrintClean("news extracts, tr", turkish, Texts.Field($"{data}/corpus-ozetnews-tr/ozetnews.jsonl.gz", "text"));
Spelling.PrintWords("misspellings-en", english, data);
Spelling.PrintClean("news paragraphs, en", english, Texts.Field($"{data}/corpus-wikinews-en/wikinews-en.jsonl.gz", "text").Take(200));
Spelling.PrintClean("encyclopaedic, en", english, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en"));

if (args.Contains("spelling")) return;

PrintCapitals();

Console.WriteLine("\nlearning from folds 2 to 9, so that folds 0 and 1 can tell; this takes minutes");
var (unseenTurkish, unseenEnglish) = (Learnt("tr"), Learnt("en"));

Console.WriteLine("\nclean text that no model was taught: refused and held");
Clean.Print("news sentences, tr", unseenTurkish, HeldBack(Texts.Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz")));
Clean.Print("treebank sentences, tr", unseenTurkish, HeldBack(Texts.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz")));
Clean.Print("news items, tr", turkish, Texts.Field($"{data}/corpus-ozetnews-tr/ozetnews.jsonl.gz", "text"));
Clean.Print("encyclopaedic, tr", turkish, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr"));
Clean.Print("encyclopaedic, en", english, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en"));
Clean.Print("news paragraphs, en", unseenEnglish, HeldBack(Texts.Field($"{data}/corpus-wikinews-en/wikinews-en.jsonl.gz", "text")
    .SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries))));
Clean.Print("healthy remarks, en", english, Texts.Labelled($"{data}/moderation/ucc-en/train.jsonl.gz", "healthy"));

Console.WriteLine("\nharmless sentences that name a group");
Neutral.Print(turkish, "tr");
Neutral.Print(english, "en");

Console.WriteLine("\noffence on folds 0 and 1: scores.offensive of a half and more");
Offence.Print("offenseval2020-tr", unseenTurkish, data, label => label == "OFF");
Offence.Print("teknofest2023-tr", unseenTurkish, data, label => label != "OTHER");
Kinds.Print(unseenTurkish, data);
Offence.Print("davidson2017-en", unseenEnglish, data, label => label != "none");
Offence.Print("fox-en", unseenEnglish, data, label => label != "none");
Spans.Print(unseenEnglish, data);
Console.WriteLine("  sets that state no licence:");
Offence.Print("hatc-tr", unseenTurkish, data, label => label == "OFF");
Offence.Print("incivil5k-tr", unseenTurkish, data, label => label == "OFF");
Offence.Print("mayda2021-tr", unseenTurkish, data, label => label != "none");
Beliefs.Print(unseenTurkish, data);
Offence.Print("olid-en", unseenEnglish, data, label => label == "OFF");

Console.WriteLine("\nspoilt sentences (encyclopaedic)");
var sentences = Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr").ToList();
Mending.Print("bare letters", turkish, "turkish-letters", sentences, Mending.Bare);
Mending.Print("every other word bare", turkish, "turkish-letters", sentences, Mending.HalfBare);
Mending.Print("capitals", turkish, "capitals", sentences, Mending.Shouted);
Mending.Print("bare capitals", turkish, "capitals", sentences, text => Mending.Shouted(Mending.Bare(text)).Replace('İ', 'I'));
Mending.Print("capitals, en", english, "capitals", Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en"), Mending.ShoutedEnglish);

Console.WriteLine("\nspeed, one core");
Speed.Print("tr, Instagram comments", turkish, Texts.Field($"{data}/moderation/hatc-tr/train.jsonl.gz", "text"));
Speed.Print("tr, tweets", turkish, Texts.Field($"{data}/moderation/offenseval2020-tr/train.jsonl.gz", "text"));
Speed.Print("en, tweets", english, Texts.Field($"{data}/moderation/olid-en/train.jsonl.gz", "text"));
Speed.PrintOne("1 MB without a space", turkish, new string('a', 1_000_000));
Speed.PrintOne("1 MB of a.p.t.a.l", turkish, string.Concat(Enumerable.Repeat("a.p.t.a.l.", 100_000)));
Speed.PrintOne("1 MB of s*", turkish, string.Concat(Enumerable.Repeat("s*", 500_000)));
Speed.PrintOne("1 MB of a text", turkish, string.Concat(Enumerable.Repeat("Bugun hava cok guzel, \"parkta yuruyus yaptik. sen aptal ", 18_000)));

void PrintCapitals()
{
    Console.WriteLine("\ncapitals: sentences that taught nothing, put in capitals");
    var (unseen, unseenEnglish) = (Shouts.Judge(data, "tr"), Shouts.Judge(data, "en"));
    var corpus = LetterTrainer.Corpus.Read(data);
    Shouts.Print("news and treebanks, tr", unseen, corpus.Turkish.Where(LetterTrainer.Corpus.IsHeldBack), Mending.Shouted);
    Shouts.Print("the same, bare", unseen, corpus.Turkish.Where(LetterTrainer.Corpus.IsHeldBack), text => Mending.Shouted(Mending.Bare(text)).Replace('İ', 'I'));
    Shouts.Print("two other treebanks, tr", unseen, Texts.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz").Except(corpus.Turkish), Mending.Shouted);
    Shouts.Print("news extracts, tr", unseen, Texts.Field($"{data}/corpus-ozetnews-tr/ozetnews.jsonl.gz", "text"), Mending.Shouted);
    Shouts.Print("news paragraphs, en", unseenEnglish, corpus.English.Where(LetterTrainer.Corpus.IsHeldBack), Mending.ShoutedEnglish);
}

static string First(string text) => text.Length <= 20 ? text : text[..(text.IndexOf(' ', 20) is > 0 and var end ? end : text.Length)];
Judge Learnt(string language) => Judge.For(HouseRules.Default(language), Teacher.TaughtWithoutDevelopmentFolds(data, language));

IEnumerable<string> HeldBack(IEnumerable<string> texts) => texts.Where(text => Sources.Fold(text) <= 1);
