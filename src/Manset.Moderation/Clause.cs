using Manset.Moderation.Learnt;

namespace Manset.Moderation;

/// <summary>One rule of the house, ready to apply.</summary>
/// <param name="Likelihood">What the learnt models think of it; null where they are not asked.</param>
sealed record Clause(string Id, HouseRule Terms, Rule Rule, Func<Evidence, double>? Likelihood);
