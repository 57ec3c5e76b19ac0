package dev.lifering.factor.totp;

import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a person takes over into an authenticator app, in the three forms that apps accept.
 *
 * @param secret 160 random bits (RFC 4226 §4, R6)
 * @param issuer the platform's name in the app
 * @param holder whose it is, as the app shows it: the e-mail address or the user's id
 */
public record AppSecret(Secret secret, TotpParameters parameters, String issuer, String holder) {

    /** The secret for typing it in, base32. */
    public String base32() {
        return Base32.of(secret);
    }

    /** The key URI that apps read. */
    public String otpauthUri() {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(holder)
                + "?secret=" + base32()
                + "&issuer=" + encoded(issuer)
                + "&algorithm=" + parameters.algorithm().name().toUpperCase(Locale.ROOT)
                + "&digits=" + parameters.digits()
                + "&period=" + parameters.period().toSeconds();
    }

    /** The key URI as a QR code, an SVG image that scales. */
    public String qrCodeSvg() {
        return QrCodeSvg.of(otpauthUri());
    }

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "AppSecret[" + secret + ", " + parameters + "]";
    }

    private static String encoded(String text) {
        // Apps decode percent-encoding, but show a plus sign as it is.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
