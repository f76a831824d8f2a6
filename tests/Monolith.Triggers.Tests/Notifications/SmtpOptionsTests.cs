using System.ComponentModel.DataAnnotations;
using Monolith.Triggers.Notifications.Mail;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class SmtpOptionsTests
{
    [Theory]
    [InlineData("mail.example.org", "monolith@example.org", SmtpTls.StartTls, "user", "word", "")]
    [InlineData("mail.example.org", null, SmtpTls.StartTls, null, null, "From")]
    [InlineData("mail.example.org", "monolith@example.org", SmtpTls.None, "user", "word", "Tls")]
    [InlineData("mail.example.org", "monolith@example.org", SmtpTls.Implicit, "user", null, "Password")]
    public void Validate_Settings_NameWhatIsWrong(string host, string? from, SmtpTls tls, string? user, string? password, string wrong)
    {
        var options = new SmtpOptions { Host = host, From = from, Tls = tls, User = user, Password = password };
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);

        Assert.Equal(wrong, string.Join(' ', results.SelectMany(result => result.MemberNames)));
    }
}
