using Zakhid.Mail;

namespace Zakhid.Tests.Mail;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("kultura@hlukhiv-rada.gov.ua", "kultura@hlukhiv-rada.gov.ua")]
    [InlineData(" Viddil.Kultury@Hlukhiv.GOV.UA ", "Viddil.Kultury@hlukhiv.gov.ua")]
    [InlineData("o'neil+zvit@a-b.ua", "o'neil+zvit@a-b.ua")]
    [InlineData("viddil@пошта.укр", "viddil@xn--80a1acn3a.xn--j1amh")]
    public void An_address_is_kept_as_it_travels(string typed, string kept) => Assert.Equal(kept, EmailAddress.Parse(typed).Text);

    [Theory]
    [InlineData("")]
    [InlineData("kultura")]
    [InlineData("kultura@")]
    [InlineData("@gov.ua")]
    [InlineData("kultura@gov")]
    [InlineData("культура@gov.ua")]
    [InlineData("kul tura@gov.ua")]
    [InlineData("kultura@gov.ua, other@gov.ua")]
    [InlineData("kultura@gov.ua\r\nBcc: other@gov.ua")]
    [InlineData("kultura\r\n@gov.ua")]
    [InlineData("\"a\r\nb\"@gov.ua")]
    [InlineData("<kultura@gov.ua>")]
    [InlineData("a@b@gov.ua ORCPT=x")]
    [InlineData("kultura@gov.ua\u2028DATA")]
    [InlineData("kultura@gov..ua")]
    [InlineData("kultura@-gov.ua")]
    [InlineData(".kultura@gov.ua")]
    [InlineData("kul..tura@gov.ua")]
    public void What_is_no_address_is_refused(string typed) => Assert.Equal("email.form", Assert.Throws<RuleBroken>(() => EmailAddress.Parse(typed)).Rule);

    [Fact]
    public void Lengths_have_their_limits()
    {
        Assert.NotNull(EmailAddress.Find(new string('a', 64) + "@gov.ua"));
        Assert.Null(EmailAddress.Find(new string('a', 65) + "@gov.ua"));
        Assert.Null(EmailAddress.Find("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".ua"));
    }
}
