// Makes the data of Manset.Moderation/Language/Data: two word lists and the letter model.
//   dotnet run -c Release --project tools/LetterTrainer -- ../shared/data src/Manset.Moderation/Language/Data
using LetterTrainer;
using SpellTrainer;
using Manset.Moderation.Language;

if (args is not ([_] or [_, _]))
{
    Console.Error.WriteLine("Usage: LetterTrainer DATA [FOLDER]");
    return 2;
}

var data = args[0];
var corpus = Corpus.Read(data);
var own = Words.Own().ToList();
var english = WordList.English(data, corpus.English);

// 1. How good: learnt from nine tenths of the sentences, measured on the tenth.
List<string> more = [.. MoreText.Turkish(data)];
var learnt = corpus.Turkish.Where(sentence => !Corpus.IsHeldBack(sentence)).ToList();
var words = WordList.Turkish(data, learnt);
var stems = StemFinder.Find(Words.Turkish(data, learnt));
var first = new Restorer(new(words), new(english), stems, new LetterModel(Trainer.Train(learnt, words, own)));
var tweets = Tweets.Read(data, first, new(words));
Console.WriteLine($"{learnt.Count} sentences, {tweets.Count} tweets");
words = WordList.Turkish(data, learnt);
var model = new LetterModel(Trainer.Train([.. learnt, .. tweets], words, own));
var restorer = new Restorer(new(words), new(english), stems, model);
Measure.Print(restorer, corpus.Turkish.Where(Corpus.IsHeldBack).ToList());
Measure.PrintTweets(restorer, data);
Measure.Print(restorer, [.. Corpus.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz").Except(corpus.Turkish)]);
if (args is not [_, var folder]) return 0;

// 2. What ships: learnt from all of them.
words = WordList.Turkish(data, corpus.Turkish);
Shipment.Write(folder, words, english, Trainer.Train([.. corpus.Turkish, .. more, .. tweets], words, own));
return 0;
