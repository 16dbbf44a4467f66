using System.ComponentModel.DataAnnotations;

namespace Manset.Wire;

/// <summary>A mailbox that an agency writes to: <c>imaps://</c>, or <c>imap://</c> with TLS asked for.</summary>
public sealed record Mailbox : Login
{
    public required Uri Address { get; init; }
    public string Folder { get; init; } = "INBOX";
    /// <summary>Whose mail is taken: addresses, or hosts such as <c>@ajans.example</c>. A sender can be feigned; let the mail server check that.</summary>
    public IReadOnlyList<string> Senders { get; init; } = [];
    /// <summary>Where mail goes once it is taken; absent, it is marked as read.</summary>
    public string? MoveTo { get; init; }
    public string? Certificate { get; init; }

    internal int Port => Address.Port > 0 ? Address.Port : Address.Scheme == "imaps" ? 993 : 143;

    internal bool Takes(string sender) => Senders.Count == 0 || Senders.Any(known =>
        known.StartsWith('@') ? sender.EndsWith(known, StringComparison.OrdinalIgnoreCase) : sender.Equals(known, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<ValidationResult> Faults(string line)
    {
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("imap" or "imaps")) yield return new($"Wires:Lines: the Mailbox of '{line}' is neither imap nor imaps.");
        else if (Address.UserInfo.Length > 0) yield return new($"Wires:Lines: the Mailbox of '{line}' takes User and PasswordFile, not an address with a password.");
        foreach (var fault in Faults(line, needed: true)) yield return fault;
    }
}
