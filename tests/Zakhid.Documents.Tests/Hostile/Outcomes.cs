namespace Zakhid.Documents.Tests.Hostile;

/// <summary>
/// What came of many hostile files: each is read, or refused with a sentence that names it and says what to do. Anything else
/// fails the test with the number of the file. Files may be tried side by side.
/// </summary>
sealed class Outcomes
{
    int _read, _refused;

    public int Read => _read;
    public int Refused => _refused;
    public int All => _read + _refused;

    /// <param name="which">Names the file among its kin: «Mutation 17 of .docx».</param>
    /// <param name="open">Reads the file as the program would.</param>
    public void Try(string which, Action open)
    {
        try
        {
            open();
            Interlocked.Increment(ref _read);
        }
        catch (FileRefused refusal)
        {
            Assert.False(string.IsNullOrWhiteSpace(refusal.Message), $"{which} was refused without a word");
            Interlocked.Increment(ref _refused);
        }
        catch (Exception other)
        {
            Assert.Fail($"{which}: {other}");
        }
    }
}
