namespace Manset.Desk.Recalls;

/// <summary>What becomes of a translation that was made here of a story that an agency kills.</summary>
public enum TranslationsOfKilled { Withdrawn, Held }

/// <summary>How far a recall goes, as the settings say: <c>Recalls__Translations</c>.</summary>
public sealed record RecallRules
{
    public TranslationsOfKilled Translations { get; init; }
}
