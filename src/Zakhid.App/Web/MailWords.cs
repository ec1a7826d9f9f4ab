using Zakhid.Operations.Mail;

namespace Zakhid.App.Web;

/// Why a letter did not go, in words for whoever has to mend it: what, and what to do.
static class MailWords
{
    public static string Of(MailTrouble trouble, bool english) => english ? English(trouble) : Ukrainian(trouble);

    /// With the server's own words behind, where it said any.
    public static string Of(MailTrouble trouble, string? said, bool english) =>
        string.IsNullOrEmpty(said) ? Of(trouble, english) : $"{Of(trouble, english)} {(english ? "It says:" : "Відповідь:")} «{said}»";

    static string Ukrainian(MailTrouble trouble) => trouble switch
    {
        MailTrouble.Unreachable => "Поштовий сервер не відповідає. Перевірте його назву, порт і мережу.",
        MailTrouble.Stalled => "Поштовий сервер замовк посеред розмови. Спробуємо ще раз.",
        MailTrouble.Dropped => "Поштовий сервер обірвав розмову. Спробуємо ще раз.",
        MailTrouble.Garbled => "За цією адресою відповідає не поштовий сервер. Перевірте порт і спосіб захисту.",
        MailTrouble.NoTls => "Сервер не пропонує STARTTLS, а відкрито ми не надсилаємо. Оберіть порт із захистом.",
        MailTrouble.Certificate => "Сертифікат поштового сервера не підтверджено. Перевірте назву сервера або додайте сертифікат центру, що його видав.",
        MailTrouble.SignIn => "Поштовий сервер не прийняв логін і пароль. Перевірте їх у налаштуваннях.",
        MailTrouble.Later => "Поштовий сервер просить зачекати. Спробуємо ще раз.",
        MailTrouble.Refused => "Поштовий сервер не приймає наших листів. Перевірте адресу відправника.",
        _ => "Поштовий сервер не приймає листа на цю адресу. Перевірте адресу.",
    };

    static string English(MailTrouble trouble) => trouble switch
    {
        MailTrouble.Unreachable => "The mail server does not answer. Check its name, port and the network.",
        MailTrouble.Stalled => "The mail server fell silent in the middle. It is tried again.",
        MailTrouble.Dropped => "The mail server hung up in the middle. It is tried again.",
        MailTrouble.Garbled => "What answers there is no mail server. Check the port and the kind of protection.",
        MailTrouble.NoTls => "The server offers no STARTTLS, and nothing is sent in the open. Choose a protected port.",
        MailTrouble.Certificate => "The certificate of the mail server is not confirmed. Check the server’s name or add the certificate of its issuer.",
        MailTrouble.SignIn => "The mail server does not take the sign-in name and password. Check them in the settings.",
        MailTrouble.Later => "The mail server asks to wait. It is tried again.",
        MailTrouble.Refused => "The mail server does not take our letters. Check the sender’s address.",
        _ => "The mail server takes no letter for this address. Check the address.",
    };
}
