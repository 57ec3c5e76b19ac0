package dev.lifering.migration.format;

import dev.lifering.crypto.Secret;
import dev.lifering.factor.totp.Base32;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.problem.ProblemType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A key URI, {@code otpauth://totp/Issuer:account?secret=…}, as QR codes of authenticator apps hold it (the page "Key Uri
 * Format" of the wiki of google/google-authenticator).
 *
 * @param account the label without the issuer: mostly the user's e-mail address
 */
public record KeyUri(String account, ForeignApp app) {
    private static final String TOTP = "otpauth://totp/";
    private static final String HOTP = "otpauth://hotp/";
    private static final String MIGRATION = "otpauth-migration:";

    /** Reads the URI, or refuses it. */
    public static KeyUri read(String uri) {
        String scheme =
                uri.substring(0, Math.min(uri.length(), MIGRATION.length())).toLowerCase(Locale.ROOT);
        if (scheme.startsWith(HOTP)) {
            throw counterBased();
        }
        if (!scheme.startsWith(TOTP)) {
            throw ProblemType.MALFORMED_REQUEST.because("There is no URI that begins with otpauth://totp/.");
        }
        String rest = uri.substring(TOTP.length());
        int question = rest.indexOf('?');
        String label = question < 0 ? rest : rest.substring(0, question);
        return new KeyUri(account(decoded(label)), app(question < 0 ? "" : rest.substring(question + 1)));
    }

    /** One line of a file of key URIs: {@code userId<TAB>URI}, or the URI alone, whose label then names the user. */
    static List<Entry> line(long number, String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            KeyUri uri = read(line.strip());
            return List.of(new Entry.Found(number, new Owner.Named(List.of(uri.account())), List.of(uri.app())));
        }
        var owner = new Owner.ById(line.substring(0, tab).strip(), null);
        return List.of(new Entry.Found(
                number, owner, List.of(read(line.substring(tab + 1).strip()).app())));
    }

    /** What apps do that count their codes: they are no TOTP. */
    static RuntimeException counterBased() {
        return Parameters.refused("type", "must be totp; codes that are counted (hotp) cannot come over");
    }

    /** What stands behind the issuer, or all of it. */
    static String account(String label) {
        return label.substring(label.indexOf(':') + 1).strip();
    }

    /** Undoes percent-encoding alone: a plus sign in an address is one. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemType.MALFORMED_REQUEST.because("The URI is not percent-encoded as it must be.");
        }
    }

    /** The parameters behind the question mark. */
    static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals).toLowerCase(Locale.ROOT), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static ForeignApp app(String query) {
        Map<String, String> said = parameters(query);
        String base32 = said.getOrDefault("secret", "");
        Secret secret =
                Base32.read(base32).orElseThrow(() -> Parameters.refused("secret", "must be base32 (RFC 4648)"));
        return new ForeignApp(
                Labels.of(null),
                secret,
                Parameters.of(
                        said.get("algorithm"),
                        Parameters.number("digits", said.get("digits")),
                        Parameters.number("period", said.get("period"))));
    }
}
