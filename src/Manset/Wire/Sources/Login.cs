using System.ComponentModel.DataAnnotations;
using System.Text;

namespace Manset.Wire;

/// <summary>How we are known to an agency. The password is said in the settings or, better, in a file that only we may read.</summary>
public record Login
{
    const int LongestSecret = 4096;

    public string User { get; init; } = "";
    public string? Password { get; init; }
    /// <summary>Read anew at every look, so that a changed password needs no restart.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Null when the file cannot be read.</summary>
    public string? Secret()
    {
        if (PasswordFile is null) return Password ?? "";
        try
        {
            return new FileInfo(PasswordFile).Length > LongestSecret ? null : File.ReadAllText(PasswordFile).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException) { return null; }
    }

    public IEnumerable<ValidationResult> Faults(string line, bool needed = true)
    {
        if (needed && User.Length == 0) yield return new($"Wires:Lines: '{line}' needs a User.");
        if (Password is not null && PasswordFile is not null) yield return new($"Wires:Lines: '{line}' has both a Password and a PasswordFile.");
        if (needed && Password is null && PasswordFile is null) yield return new($"Wires:Lines: '{line}' needs a Password or a PasswordFile.");
        if (PasswordFile is not null && Secret() is null) yield return new($"Wires:Lines: the PasswordFile of '{line}' cannot be read.");
    }

    /// <summary>Nothing of it is ever printed.</summary>
    protected virtual bool PrintMembers(StringBuilder printed) => false;
}
