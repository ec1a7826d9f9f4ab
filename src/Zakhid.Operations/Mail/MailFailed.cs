namespace Zakhid.Operations.Mail;

/// <summary>Why a letter did not go; each has its sentence for the person who has to mend it.</summary>
public enum MailTrouble
{
    /// <summary>No such name, or nobody listens there.</summary>
    Unreachable,
    /// <summary>It stopped answering.</summary>
    Stalled,
    /// <summary>It hung up in the middle.</summary>
    Dropped,
    /// <summary>What it says is not SMTP.</summary>
    Garbled,
    /// <summary>It offers no STARTTLS.</summary>
    NoTls,
    /// <summary>Its certificate is not that of the named server, has ended, or is signed by nobody known.</summary>
    Certificate,
    /// <summary>It does not take the sign-in name and password, or none is set.</summary>
    SignIn,
    /// <summary>It says «later» (4xx).</summary>
    Later,
    /// <summary>It does not take our own address or letter as such (5xx before a recipient is named).</summary>
    Refused,
    /// <summary>It does not take this recipient or this letter (5xx): trying again is of no use.</summary>
    Recipient,
}

/// <summary>A letter did not go, or it is not known that it went.</summary>
/// <param name="said">The server's own words, in one line; never anything of the sign-in.</param>
public sealed class MailFailed(MailTrouble trouble, string said = "", Exception? cause = null) : Exception($"{trouble} {said}".TrimEnd(), cause)
{
    public MailTrouble Trouble { get; } = trouble;
    public string Said { get; } = said;
    /// <summary>Once more will not help: the letter is given up at once and shown.</summary>
    public bool IsFinal => Trouble == MailTrouble.Recipient;
}
