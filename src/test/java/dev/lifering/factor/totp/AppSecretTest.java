package dev.lifering.factor.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import dev.lifering.testing.SvgQrCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AppSecretTest {
    private static final Secret SECRET = Secret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void e1_theKeyUriSaysAllThatAnAppNeeds() {
        assertEquals(
                "otpauth://totp/Lifering:ada%40acme.example?secret=" + BASE32
                        + "&issuer=Lifering&algorithm=SHA1&digits=6&period=30",
                secret(TotpAlgorithm.SHA1, 6, 30, "Lifering", "ada@acme.example")
                        .otpauthUri());
        assertEquals(
                "otpauth://totp/Lifering:u-1?secret=" + BASE32 + "&issuer=Lifering&algorithm=SHA512&digits=8&period=60",
                secret(TotpAlgorithm.SHA512, 8, 60, "Lifering", "u-1").otpauthUri());
    }

    @Test
    void e1_namesSurviveTheKeyUri() {
        String issuer = "Müller & Söhne + Co / 100 %";
        String holder = "o'brien+test:x?y=z#@acme.example";
        String text = secret(TotpAlgorithm.SHA1, 6, 30, issuer, holder).otpauthUri();
        URI uri = URI.create(text);
        assertEquals("/" + issuer + ":" + holder, uri.getPath());
        assertFalse(text.contains("+"), "apps show a plus sign as it is");
        assertTrue(uri.getRawPath().endsWith(":o%27brien%2Btest%3Ax%3Fy%3Dz%23%40acme.example"), uri.getRawPath());
        assertTrue(uri.getRawQuery().contains("&issuer=M%C3%BCller%20%26%20S%C3%B6hne%20%2B%20Co%20%2F%20100%20%25&"));
    }

    @Test
    void e1_theQrCodeHoldsTheKeyUri() {
        AppSecret secret = secret(TotpAlgorithm.SHA256, 8, 60, "Lifering", "ada@acme.example");
        SvgQrCode.of(secret.qrCodeSvg()).assertHolds(secret.otpauthUri());
    }

    @Test
    void x4_neverPrintsTheSecretOrItsHolder() {
        String printed = secret(TotpAlgorithm.SHA1, 6, 30, "Lifering", "ada@acme.example")
                .toString();
        assertFalse(printed.contains("ada"), printed);
        assertFalse(printed.contains(BASE32), printed);
    }

    private static AppSecret secret(TotpAlgorithm algorithm, int digits, int period, String issuer, String holder) {
        var parameters = new TotpParameters(algorithm, digits, Duration.ofSeconds(period));
        return new AppSecret(SECRET, parameters, issuer, holder);
    }
}
