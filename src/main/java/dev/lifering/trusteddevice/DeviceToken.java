package dev.lifering.trusteddevice;

import dev.lifering.crypto.OneTimeToken;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a trusted device presents: a series, the same while it is trusted, and a token for one use, each of 256 random bits.
 * Whoever shows a series with a token that was used before has had the device's token once, so he or the device is a thief;
 * nobody who was never given one can make it look so.
 */
final class DeviceToken {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");
    private static final String SEPARATOR = ".";

    private final byte[] series;
    private final byte[] token;

    private DeviceToken(byte[] series, byte[] token) {
        this.series = series;
        this.token = token;
    }

    /** A token as somebody presents it; empty when it cannot be one. */
    static Optional<DeviceToken> presented(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        int end = text.indexOf(SEPARATOR);
        return Optional.of(new DeviceToken(
                OneTimeToken.hashOf(text.substring(0, end)), OneTimeToken.hashOf(text.substring(end + 1))));
    }

    /** The text of a first token. */
    static String draw(SecureRandom random) {
        return OneTimeToken.draw(random).reveal()
                + SEPARATOR
                + OneTimeToken.draw(random).reveal();
    }

    /** The text of the token that follows this one in its series. */
    static String after(String presented, SecureRandom random) {
        String series = presented.substring(0, presented.indexOf(SEPARATOR));
        return series + SEPARATOR + OneTimeToken.draw(random).reveal();
    }

    /** SHA-256 of the series. */
    byte[] series() {
        return Arrays.copyOf(series, series.length);
    }

    /** SHA-256 of the token. */
    byte[] token() {
        return Arrays.copyOf(token, token.length);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "DeviceToken";
    }
}
