// Makes the data of Manset.Moderation/Spelling/Data: stems of Turkish, and words of English.
//   dotnet run -c Release --project tools/SpellTrainer -- ../shared/data src/Manset.Moderation/Spelling/Data
using LetterTrainer;
using SpellTrainer;

if (args is not [var data, var folder])
{
    Console.Error.WriteLine("Usage: SpellTrainer DATA FOLDER");
    return 2;
}

var corpus = Corpus.Read(data);
corpus.Turkish.AddRange(MoreText.Turkish(data));

// 1. Stems. How good: found in nine tenths of the sentences, measured on the tenth. What ships: found in all of them.
var learnt = corpus.Turkish.Where(sentence => !Corpus.IsHeldBack(sentence)).ToList();
Measure.PrintKnown(StemFinder.Find(Words.Turkish(data, learnt)), [.. corpus.Turkish.Where(Corpus.IsHeldBack)]);
Shipment.Write($"{folder}/stems.tr.bin", StemFinder.Find(Words.Turkish(data, corpus.Turkish)));

// 2. Clitics, alike. They are learnt with the stems that the library was built with: when those change, build and run once more.
Measure.PrintClitics(new(CliticTrainer.Train(learnt)), [.. corpus.Turkish.Where(Corpus.IsHeldBack)], data);
Shipment.Write($"{folder}/clitics.bin", CliticTrainer.Train(corpus.Turkish));

// 3. English.
EnglishFiles.Write(data, folder, corpus.English);
return 0;
