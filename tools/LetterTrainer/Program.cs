// Makes the data of Manset.Moderation/Language/Data: two word lists, the letter model, the model of tongues and those of capitals.
//   dotnet run -c Release --project tools/LetterTrainer -- ../shared/data src/Manset.Moderation/Language/Data
using System.Runtime.InteropServices;
using LetterTrainer;
using Manset.Moderation.Language;
using SpellTrainer;

if (args is not ([_] or [_, _]))
{
    Console.Error.WriteLine("Usage: LetterTrainer DATA [FOLDER]");
    return 2;
}

var data = args[0];
var corpus = Corpus.Read(data);
var own = Words.Own().ToList();
var english = WordList.English(data, corpus.English);

// 1. How good: learnt from nine tenths of the sentences, measured on the tenth. A first model says which tweets have their letters.
var learnt = corpus.Turkish.Where(sentence => !Corpus.IsHeldBack(sentence)).ToList();
var words = WordList.Turkish(data, learnt);
var stems = StemFinder.Find(Words.Turkish(data, learnt));
var tweets = Tweets.Read(data, Restorer([]), new(words));
Console.WriteLine($"learnt from {learnt.Count} sentences and {tweets.Count} tweets");
var restorer = Restorer(tweets);
Measure.Print("held back", restorer, corpus.Turkish.Where(Corpus.IsHeldBack).ToList());
Measure.Print("other treebanks, which teach nothing", restorer, [.. Corpus.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz").Except(corpus.Turkish)]);
Measure.PrintTweets(restorer, data);
if (args is not [_, var folder]) return 0;

// 2. What ships: learnt from all of them.
words = WordList.Turkish(data, corpus.Turkish);
Shipment.Write(folder, words, english, Trainer.Train([.. corpus.Turkish, .. MoreText.Turkish(data), .. tweets], words, own));
File.WriteAllBytes($"{folder}/tongues.bin", MemoryMarshal.AsBytes(
    TongueTrainer.Train(data, [.. corpus.Turkish, .. MoreText.Turkish(data), .. tweets], corpus.English, File.ReadLines($"{folder}/common-words.txt")).AsSpan()));
CasingTrainer.Write($"{folder}/casing.tr.bin", [.. corpus.Turkish, .. MoreText.Turkish(data)], new([.. words, .. Lexicon.Acronyms()]), turkish: true);
CasingTrainer.Write($"{folder}/casing.en.bin", corpus.English, new([.. english, .. Lexicon.Acronyms()]), turkish: false);
return 0;

Restorer Restorer(List<string> tweets) => new(new(words), new(english), stems, new(Trainer.Train([.. learnt, .. tweets], words, own)));
