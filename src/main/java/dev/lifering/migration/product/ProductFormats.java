package dev.lifering.migration.product;

import dev.lifering.crypto.Secret;
import dev.lifering.migration.format.EntryReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Opens JSON files of other products. */
public final class ProductFormats {
    private ProductFormats() {}

    /** A realm of Keycloak, or the users of one. */
    public static EntryReader keycloak(InputStream file) throws IOException {
        return new JsonElements(file, KeycloakUsers.FIELD, new KeycloakUsers());
    }

    /** Identities of Ory Kratos, in an array or one behind the other. */
    public static EntryReader kratos(InputStream file) throws IOException {
        return new JsonElements(file, null, new KratosIdentities());
    }

    /** Rows of better-auth's table, in an array or one behind the other; each of the application's secrets is tried. */
    public static EntryReader betterAuth(InputStream file, List<Secret> secrets) throws IOException {
        return new JsonElements(file, null, new BetterAuthRows(secrets));
    }
}
