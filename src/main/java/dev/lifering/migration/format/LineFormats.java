package dev.lifering.migration.format;

import java.io.InputStream;

/** Opens files of products that say something in each line. */
public final class LineFormats {
    private LineFormats() {}

    /** Key URIs. */
    public static EntryReader keyUris(InputStream file) {
        return new Lines(file, KeyUri::line);
    }

    /** Exports of Google Authenticator, of which only what this issuer has issued comes over. */
    public static EntryReader googleExports(InputStream file, String issuer) {
        return new Lines(file, new GoogleExport(issuer));
    }

    /** Tokens of privacyIDEA. */
    public static EntryReader privacyIdeaTokens(InputStream file) {
        return new Lines(file, PrivacyIdeaTokens::line);
    }
}
