using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Zakhid.Operations.Tests.Mail;

/// <summary>A certificate authority of the tests' own, and what it signs.</summary>
public sealed class OwnCertificates
{
    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 _root;

    public OwnCertificates()
    {
        var request = new CertificateRequest("CN=Zakhid tests", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    public string Pem => _root.ExportCertificatePem();

    /// <summary>For 127.0.0.1 and localhost, or for another name; ended where said so.</summary>
    public X509Certificate2 Server(string? otherName = null, bool ended = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mail", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (otherName is null) { names.AddIpAddress(IPAddress.Loopback); names.AddDnsName("localhost"); }
        else names.AddDnsName(otherName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        var from = DateTimeOffset.UtcNow.AddDays(-100);
        using var signed = request.Create(_root, from, ended ? from.AddDays(50) : from.AddDays(200), RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    public static string KeyPem(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        // What was loaded may not be exported in the clear; sealed and opened again it may.
        using var open = ECDsa.Create();
        open.ImportEncryptedPkcs8PrivateKey("t", key.ExportEncryptedPkcs8PrivateKey("t", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1)), out _);
        return open.ExportPkcs8PrivateKeyPem();
    }
}
