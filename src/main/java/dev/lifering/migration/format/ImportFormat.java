package dev.lifering.migration.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file with users and their second factors looks like. */
@Schema(description = "What the body looks like; docs/migrate.md describes each.")
public enum ImportFormat {
    /** One user per line, as JSON, in the words of this API. */
    LIFERING,
    /** One key URI per line, behind the user's id and a tab, or with the user's address as its label. */
    OTPAUTH,
    /** One {@code otpauth-migration} URI per line, as the QR codes of Google Authenticator's export hold them. */
    GOOGLE_AUTHENTICATOR,
    /** A realm, or the users of one, as Keycloak exports them. */
    KEYCLOAK,
    /** Identities of Ory Kratos with their credentials. */
    KRATOS,
    /** Rows of better-auth's table {@code twoFactor}. */
    BETTER_AUTH,
    /** Tokens of privacyIDEA, as its token janitor exports them to CSV. */
    PRIVACYIDEA;

    /** The name in the API, on the command line and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the file is the platform's own word, which counts for users who are there already too. */
    public boolean isThePlatformsWord() {
        return this == LIFERING;
    }

    public static Optional<ImportFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(name))
                .findFirst();
    }
}
