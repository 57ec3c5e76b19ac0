package dev.lifering.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a path is taken as it stands. The router would take out empty and dot segments (RFC 3986 §5.2.4) and the slash at
 * the end, so that the address of a user whose id is {@code ..} or empty would be that of his whole account.
 */
final class PathSegments {
    private static final String API = "/v1/";

    private PathSegments() {}

    /** Whether no segment is empty, {@code .} or {@code ..}, however it is written; pages may have a slash at their end. */
    static boolean areExact(@Nullable String path) {
        if (path == null) {
            return true;
        }
        if (path.startsWith(API) && path.endsWith("/")) {
            return false;
        }
        return !path.contains("//") && !hasDots(path.indexOf('%') < 0 ? path : withPlainDots(path));
    }

    private static boolean hasDots(String path) {
        return path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..");
    }

    private static String withPlainDots(String path) {
        return path.toLowerCase(Locale.ROOT).replace("%2e", ".");
    }
}
