// What the moderation library reaches, on training folds and clean text:
//   dotnet run -c Release --project bench/moderation -- ../shared/data
using System.Diagnostics;
using Manset.Moderation;
using ModerationBench;

var data = args.Length > 0 ? args[0] : "../shared/data";
var start = Stopwatch.StartNew();
var turkish = Judge.For(HouseRules.Default("tr"));
turkish.Weigh(new("Bugun hava cok guzel, parkta yuruyus yaptik."));
Console.WriteLine($"library start to first verdict: {start.ElapsedMilliseconds} ms");
var english = Judge.For(HouseRules.Default("en"));

Console.WriteLine("\nspelling");
Spelling.PrintTokens("turkishtweets2020-tr", turkish, data);
Spelling.PrintTokens("deda2019-tr", turkish, data);
Spelling.PrintTokens("deda2019-tr", turkish, data, onlyDe: true);
Spelling.PrintClean("news words, tr", turkish, Texts.Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz"));
Spelling.PrintClean("news extracts, tr", turkish, Texts.Field($"{data}/corpus-ozetnews-tr/ozetnews.jsonl.gz", "text"));
Spelling.PrintWords("misspellings-en", english, data);
Spelling.PrintClean("news paragraphs, en", english, Texts.Field($"{data}/corpus-wikinews-en/wikinews-en.jsonl.gz", "text").Take(200));
Spelling.PrintClean("encyclopaedic, en", english, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en"));

Console.WriteLine("\nTurkish letters: bare and half bare text told from proper text");
Spelling.PrintRestored("turkishtweets2020-tr", data);
Spelling.PrintBare("treebank sentences", turkish, Texts.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz"));
Spelling.PrintBare("encyclopaedic", turkish, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr"));

Console.WriteLine("\nlanguage");
Spelling.PrintTongue("tr in tr, 20 letters", turkish, true, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr").Select(First));
Spelling.PrintTongue("en in tr, 20 letters", turkish, false, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en").Select(First));
Spelling.PrintTongue("tr in en, 20 letters", english, false, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr").Select(First));
Spelling.PrintTongue("en in en, 20 letters", english, true, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en").Select(First));
Spelling.PrintTongue("Instagram comments, tr", turkish, true, Texts.Field($"{data}/moderation/hatc-tr/train.jsonl.gz", "text"));
Spelling.PrintTongue("tweets, tr", turkish, true, Texts.Field($"{data}/moderation/offenseval2020-tr/train.jsonl.gz", "text"));
Spelling.PrintTongue("tweets, en, in tr", turkish, false, Texts.Field($"{data}/moderation/olid-en/train.jsonl.gz", "text"));
Spelling.PrintTongue("tweets, en", english, true, Texts.Field($"{data}/moderation/olid-en/train.jsonl.gz", "text"));
if (args.Contains("spelling")) return;

Console.WriteLine("\nclean text: refused and held");
Clean.Print("news sentences, tr", turkish, Texts.Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz"));
Clean.Print("treebank sentences, tr", turkish, Texts.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz"));
Clean.Print("news items, tr", turkish, Texts.Field($"{data}/corpus-ozetnews-tr/ozetnews.jsonl.gz", "text"));
Clean.Print("encyclopaedic, tr", turkish, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr"));
Clean.Print("encyclopaedic, en", english, Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "en"));
Clean.Print("news paragraphs, en", english, Texts.Field($"{data}/corpus-wikinews-en/wikinews-en.jsonl.gz", "text")
    .SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

Console.WriteLine("\noffensive texts (folds 0 and 1 of the train parts): score >= 0.5");
Offence.Print("offenseval2020-tr", turkish, data, line => line == "OFF");
Offence.Print("hatc-tr", turkish, data, line => line == "OFF");
Offence.Print("teknofest2023-tr", turkish, data, line => line != "OTHER");
Offence.Print("olid-en", english, data, line => line == "OFF");

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
Speed.PrintRestorer(Texts.Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz"));

static string First(string text) => text.Length <= 20 ? text : text[..(text.IndexOf(' ', 20) is > 0 and var end ? end : text.Length)];
