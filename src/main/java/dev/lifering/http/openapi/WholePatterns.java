package dev.lifering.http.openapi;

import org.eclipse.microprofile.openapi.models.media.Schema;

/** Bounds patterns: Bean Validation matches the whole text, JSON Schema any part of it that fits. */
final class WholePatterns {
    private WholePatterns() {}

    static void bound(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^" + pattern + "$");
        }
    }
}
