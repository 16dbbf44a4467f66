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

// 1. How good: learnt from nine tenths of the sentences, measured on the tenth.
var learnt = corpus.Turkish.Where(sentence => !Corpus.IsHeldBack(sentence)).ToList();
Measure.PrintKnown(StemFinder.Find(Words.Turkish(data, learnt)), [.. corpus.Turkish.Where(Corpus.IsHeldBack)]);

Measure.PrintClitics(new(CliticTrainer.Train(learnt)), [.. corpus.Turkish.Where(Corpus.IsHeldBack)], data);

// 2. What ships: learnt from all of them.
Shipment.Write($"{folder}/stems.tr.txt.gz", StemFinder.Find(Words.Turkish(data, corpus.Turkish)));
Shipment.Write($"{folder}/clitics.bin.br", CliticTrainer.Train(corpus.Turkish));
EnglishFiles.Write(data, folder, corpus.English);
return 0;
