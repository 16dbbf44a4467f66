using Manset.Moderation.Language;
using Manset.Moderation.Learnt;
using Manset.Moderation.Offence;

namespace Manset.Moderation;

/// <summary>What a judge has before it: the house rules, what to say, and the words of the language.</summary>
sealed class Bench(HouseRules house, Models? models = null)
{
    public bool Turkish { get; } = house.Language == "tr";
    public Tongue Tongue { get; } = house.Language == "tr" ? Tongue.Turkish : Tongue.English;
    public Explanations Explanations { get; } = Explanations.In(house.Language);
    public Lexicon Words { get; } = models?.Words ?? Lexicon.Of(house.Language);
    public Lexicon English { get; } = Lexicon.English;
    public BadWordList BadWords { get; } = BadWordList.For(house);
    public LearntModel Learnt => models?.Learnt ?? LearntModel.Of(house.Language);
    public CasingModel Casing => models?.Casing ?? CasingModel.Of(house.Language);
    public HouseRule Capitals { get; } = house.Rules.GetValueOrDefault("capitals") ?? new();
    public HouseRule Spelling { get; } = house.Rules.GetValueOrDefault("spelling") ?? new() { On = false };
    public HouseRule PersonalData { get; } = house.Rules.GetValueOrDefault("personal-data") ?? new() { On = false };
}

/// <summary>What was learnt; where it is null, what comes with the library.</summary>
sealed record Models(LearntModel? Learnt = null, Lexicon? Words = null, CasingModel? Casing = null);
