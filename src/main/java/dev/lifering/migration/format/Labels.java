package dev.lifering.migration.format;

import org.jspecify.annotations.Nullable;

/** What authenticators are called that come over. */
public final class Labels {
    private static final String USUAL = "Authenticator app";
    private static final int LONGEST = 100;

    private Labels() {}

    /** One line of what another product calls it; what it does not call anything is an authenticator app. */
    public static String of(@Nullable String foreign) {
        if (foreign == null) {
            return USUAL;
        }
        var plain = new StringBuilder();
        foreign.codePoints().filter(Labels::isPlain).limit(LONGEST).forEach(plain::appendCodePoint);
        String label = plain.toString().strip();
        return label.isEmpty() ? USUAL : label;
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT -> false;
            default -> true;
        };
    }
}
