// Makes the learnt models of Manset.Moderation/Learnt/Data, the same bytes each time:
//   dotnet run -c Release --project tools/JudgeTrainer -- ../shared/data src/Manset.Moderation/Learnt/Data
// Behind that: "tr" or "en" for one language; "measure" to teach on folds 2 to 9 only and write nothing but figures;
// "everything" to measure with the sets whose licence keeps them out of what ships.
using System.Diagnostics;
using JudgeTrainer;
using Manset.Moderation.Learnt;

if (args is not [var data, var folder, .. var words])
{
    Console.Error.WriteLine("Usage: JudgeTrainer DATA FOLDER [tr|en] [measure|everything]");
    return 2;
}

var clock = Stopwatch.StartNew();
foreach (var language in words.Contains("tr") ? ["tr"] : words.Contains("en") ? ["en"] : (string[])["tr", "en"])
{
    var own = Matrix.Of([.. Sources.Shippable(data, language)], language);
    var foreign = Matrix.Of([.. Sources.Unlicensed(data, language)], language);
    var size = Teacher.Size.Of(language);
    Say($"{language}: {own.Lessons.Count} lessons read");

    // 1. Scales, and how good: learnt from folds 2 to 9, fitted and measured on the others.
    var taught = words.Contains("everything") ? Matrix.Both(own, foreign) : own;
    var (linear, nets) = Teacher.Teach(taught.Where(lesson => !lesson.IsHeldBack), size);
    Say("learnt from folds 2 to 9");
    var held = taught.Where(lesson => lesson.IsHeldBack);
    var scales = Calibration.Fit(held, linear, nets);
    var measured = new LearntModel(linear, nets, scales);
    Shipment.Write($"{folder}/judge.{language}.bin.br", measured);
    Figures.Print(Matrix.Both(own, foreign).Where(lesson => lesson.IsHeldBack), measured, scales);
    if (words.Contains("measure") || words.Contains("everything")) continue;

    // 2. What ships: learnt from all of it, on the same scales.
    (linear, nets) = Teacher.Teach(own, size);
    Shipment.Write($"{folder}/judge.{language}.bin.br", new(linear, nets, scales));
    Say("learnt from all folds and written");
}
return 0;

void Say(string what) => Console.WriteLine($"{clock.Elapsed:mm\\:ss} {what}");
