package dev.lifering.migration;

import dev.lifering.migration.format.EntryReader;
import dev.lifering.migration.format.LineFormats;
import dev.lifering.migration.format.Lines;
import dev.lifering.migration.product.ProductFormats;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Opens files in any of the formats. */
@ApplicationScoped
class EntryReaders {
    private final OwnLines ownLines;

    EntryReaders(OwnLines ownLines) {
        this.ownLines = ownLines;
    }

    /**
     * The reader of the file.
     *
     * @param source complete
     */
    EntryReader open(ImportSource source, InputStream file) throws IOException {
        return switch (source.format()) {
            case LIFERING -> new Lines(file, ownLines);
            case OTPAUTH -> LineFormats.keyUris(file);
            case GOOGLE_AUTHENTICATOR ->
                LineFormats.googleExports(file, Objects.requireNonNull(source.issuer(), "the source is complete"));
            case PRIVACYIDEA -> LineFormats.privacyIdeaTokens(file);
            case KEYCLOAK -> ProductFormats.keycloak(file);
            case KRATOS -> ProductFormats.kratos(file);
            case BETTER_AUTH -> ProductFormats.betterAuth(file, source.secrets());
        };
    }
}
