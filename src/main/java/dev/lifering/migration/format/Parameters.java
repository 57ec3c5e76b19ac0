package dev.lifering.migration.format;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an app of another product computes, in the words that files have for it; what is left out is what all apps do. */
public final class Parameters {
    /** Longer steps would let a code that somebody has seen be good for minutes. */
    private static final int LONGEST_PERIOD = 120;

    private static final int DIGITS = 6;
    private static final int PERIOD = 30;

    private Parameters() {}

    /**
     * The parameters, or the refusal {@code invalid-request}.
     *
     * @param algorithm such as {@code SHA1}, {@code sha-256} or {@code HmacSHA512}
     * @param digits 6 or 8
     * @param period in seconds
     */
    public static TotpParameters of(@Nullable String algorithm, @Nullable Integer digits, @Nullable Integer period) {
        int shown = digits == null ? DIGITS : digits;
        int seconds = period == null ? PERIOD : period;
        if (shown != 6 && shown != 8) {
            throw refused("digits", "must be 6 or 8");
        }
        if (seconds < 1 || seconds > LONGEST_PERIOD) {
            throw refused("period", "must be 1 to " + LONGEST_PERIOD + " seconds");
        }
        return new TotpParameters(algorithm(algorithm), shown, Duration.ofSeconds(seconds));
    }

    /** A whole number as text, or the refusal {@code invalid-request}; null for no text. */
    static @Nullable Integer number(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw refused(field, "must be a whole number");
        }
    }

    private static TotpAlgorithm algorithm(@Nullable String name) {
        String plain = name == null ? "SHA1" : name.toUpperCase(Locale.ROOT).replace("-", "");
        return switch (plain.startsWith("HMAC") ? plain.substring("HMAC".length()) : plain) {
            case "SHA1" -> TotpAlgorithm.SHA1;
            case "SHA256" -> TotpAlgorithm.SHA256;
            case "SHA512" -> TotpAlgorithm.SHA512;
            default -> throw refused("algorithm", "must be SHA1, SHA256 or SHA512");
        };
    }

    static RuntimeException refused(String field, String rule) {
        return ProblemType.INVALID_REQUEST
                .because("The authenticator is none that can be used here.")
                .violations(List.of(new Violation(field, rule)));
    }
}
