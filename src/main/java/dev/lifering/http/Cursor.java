package dev.lifering.http;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list after which the next page starts: the sort keys of the last row, opaque to the client.
 *
 * <p>A cursor is no capability: whoever reads with one must be allowed to read the list itself.
 */
public final class Cursor {
    /** Greater than every UUIDv7: where the newest page begins. */
    private static final UUID NEWEST = new UUID(-1L, -1L);

    private static final char SEPARATOR = '\u001f';
    private static final int LONGEST = 2048;

    private Cursor() {}

    /** The cursor that stands for these keys. */
    public static String of(String... keys) {
        for (String key : keys) {
            if (key.indexOf(SEPARATOR) >= 0) {
                throw new IllegalArgumentException("A key of a cursor cannot hold the separator.");
            }
        }
        byte[] joined = String.join(String.valueOf(SEPARATOR), keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    /**
     * The keys that the cursor stands for; what they look like is for the caller to check.
     *
     * <p>Refuses with {@code invalid-request} what {@link #of} cannot have made.
     *
     * @param keys how many there must be
     */
    public static List<String> read(String cursor, int keys) {
        if (cursor.isEmpty() || cursor.length() > LONGEST) {
            throw forged();
        }
        try {
            byte[] joined = Base64.getUrlDecoder().decode(cursor);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(joined))
                    .toString();
            String[] found = text.split(String.valueOf(SEPARATOR), -1);
            if (found.length != keys || !of(found).equals(cursor)) {
                throw forged();
            }
            return List.copyOf(Arrays.asList(found));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw forged();
        }
    }

    /**
     * The id before which a page of a list begins that is ordered by UUIDv7, newest first.
     *
     * @param cursor what {@link #of} made of the last id of the page before; null for the first page
     */
    public static UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return NEWEST;
        }
        try {
            return UUID.fromString(read(cursor, 1).get(0));
        } catch (IllegalArgumentException notAnId) {
            throw forged();
        }
    }

    private static Problem forged() {
        return ProblemType.INVALID_REQUEST
                .because("The cursor is not one that this list gave.")
                .violations(List.of(new Violation("cursor", "must come from nextCursor of the page before")));
    }
}
