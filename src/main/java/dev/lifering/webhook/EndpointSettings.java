package dev.lifering.webhook;

import dev.lifering.audit.Deed;
import dev.lifering.crypto.Secret;
import dev.lifering.webhook.WebhooksConfig.EndpointConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what was set for an endpoint. Says what is wrong with it, to follow the name of the setting, and never shows it. */
public final class EndpointSettings {
    private static final String SECRET_PREFIX = "whsec_";

    /** Standard Webhooks, "Signature scheme": between 24 and 64 bytes. */
    private static final int SHORTEST = 24;

    private static final int LONGEST = 64;
    private static final int LAST_PORT = 65_535;
    private static final String EVERYTHING = "*";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Set<String> SCHEMES = Set.of("https", "http");

    private EndpointSettings() {}

    /** Whether this may be the name of an endpoint. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * What is wrong with the address.
     *
     * @param plainAllowed whether it may do without TLS
     */
    public static Optional<String> flawOfUrl(String url, boolean plainAllowed) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("is no address");
        }
        String scheme = uri.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme) || uri.getHost() == null || uri.getRawFragment() != null) {
            return Optional.of("is no https address without a fragment");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("holds credentials");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            return Optional.of("has a port that there is not");
        }
        return scheme.equals("https") || plainAllowed
                ? Optional.empty()
                : Optional.of("would send facts over an unprotected connection");
    }

    /** What is wrong with the secrets, which commas separate. */
    public static Optional<String> flawOfSecrets(String texts) {
        return words(texts).isEmpty()
                ? Optional.of("holds no secret")
                : words(texts).stream()
                        .flatMap(text -> flawOfSecret(text).stream())
                        .findFirst();
    }

    /** What is wrong with the patterns of types, which commas separate. */
    public static Optional<String> flawOfEvents(String patterns) {
        boolean unknown = words(patterns).stream()
                .anyMatch(pattern -> matching(pattern).findAny().isEmpty());
        return unknown ? Optional.of("names no type of event that there is") : Optional.empty();
    }

    /** The endpoint, of settings without flaws. */
    static Endpoint endpoint(String name, EndpointConfig config) {
        Set<Deed> deeds = words(config.events().orElse(EVERYTHING)).stream()
                .flatMap(EndpointSettings::matching)
                .collect(Collectors.toSet());
        List<Secret> secrets = words(config.secret().orElseThrow()).stream()
                .map(text -> Secret.of(bytes(text)))
                .toList();
        return new Endpoint(name, URI.create(config.url().orElseThrow()), secrets, deeds);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<String> flawOfSecret(String text) {
        if (!text.startsWith(SECRET_PREFIX)) {
            return Optional.of("holds a secret that does not begin with " + SECRET_PREFIX);
        }
        try {
            int length = bytes(text).length;
            return length >= SHORTEST && length <= LONGEST
                    ? Optional.empty()
                    : Optional.of("holds a secret of " + length + " bytes, not " + SHORTEST + " to " + LONGEST);
        } catch (IllegalArgumentException e) {
            return Optional.of("holds a secret that is not in base64");
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length()));
    }

    private static Stream<Deed> matching(String pattern) {
        return Arrays.stream(Deed.values()).filter(deed -> matches(pattern, deed.wireName()));
    }

    private static boolean matches(String pattern, String type) {
        if (pattern.equals(EVERYTHING)) {
            return true;
        }
        return pattern.endsWith(".*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}
