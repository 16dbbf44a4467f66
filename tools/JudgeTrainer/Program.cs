// Makes the learnt models of Manset.Moderation/Learnt/Data, the same bytes each time:
//   dotnet run -c Release --project tools/JudgeTrainer -- ../shared/data src/Manset.Moderation/Learnt/Data
// Behind that: "tr" or "en" for one language; "measure" to teach on folds 2 to 9 only and write nothing but figures;
// "licensed" to leave out the sets that state no licence.
using System.Diagnostics;
using JudgeTrainer;
using Manset.Moderation.Learnt;

if (args is not [var data, var folder, .. var words])
{
    Console.Error.WriteLine("Usage: JudgeTrainer DATA FOLDER [tr|en] [measure] [licensed]");
    return 2;
}

var clock = Stopwatch.StartNew();
foreach (var language in words.Contains("tr") ? ["tr"] : words.Contains("en") ? ["en"] : (string[])["tr", "en"])
{
    var unstated = Matrix.Of([.. Sources.Unstated(data, language)], language);
    var taught = Matrix.Of([.. Sources.Licensed(data, language)], language);
    var all = Matrix.Both(taught, unstated);
    if (!words.Contains("licensed")) taught = all;
    var size = Teacher.Size.Of(language);
    Say($"{language}: {taught.Lessons.Count} lessons read");

    // 1. Scales, and how good: learnt from folds 2 to 9, fitted and measured on the others.
    var (linear, nets) = Teacher.Teach(taught.Where(lesson => !lesson.IsHeldBack), size);
    Say("learnt from folds 2 to 9");
    var scales = Calibration.Fit(taught.Where(lesson => lesson.IsHeldBack), linear, nets);
    Figures.Print(all.Where(lesson => lesson.IsHeldBack), new(linear, nets, scales), scales);
    if (words.Contains("measure")) continue;

    // 2. What ships: learnt from all of it, on the same scales.
    (linear, nets) = Teacher.Teach(taught, size);
    Shipment.Write($"{folder}/judge.{language}.bin", new(linear, nets, scales));
    Say("learnt from all folds and written");
}
return 0;

void Say(string what) => Console.WriteLine($"{clock.Elapsed:mm\\:ss} {what}");
