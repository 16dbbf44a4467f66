// Makes the data of Manset.Moderation/Language/Data: two word lists and the letter model.
//   dotnet run -c Release --project tools/LetterTrainer -- ../shared/data src/Manset.Moderation/Language/Data
using LetterTrainer;
using Manset.Moderation.Language;

if (args is not [var data, var folder])
{
    Console.Error.WriteLine("Usage: LetterTrainer DATA FOLDER");
    return 2;
}

var corpus = Corpus.Read(data);
var english = WordList.English(data, corpus.English);

// 1. How good: learnt from nine tenths of the sentences, measured on the tenth.
var learnt = corpus.Turkish.Where(sentence => !Corpus.IsHeldBack(sentence)).ToList();
var words = WordList.Turkish(data, learnt);
var model = new LetterModel(Trainer.Train(learnt, words));
Measure.Print(new Restorer(new(words), new(english), model), corpus.Turkish.Where(Corpus.IsHeldBack).ToList());
Measure.PrintTweets(new Restorer(new(words), new(english), model), data);

// 2. What ships: learnt from all of them.
words = WordList.Turkish(data, corpus.Turkish);
Shipment.Write(folder, words, english, Trainer.Train(corpus.Turkish, words));
return 0;
