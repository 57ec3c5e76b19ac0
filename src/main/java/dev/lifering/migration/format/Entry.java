package dev.lifering.migration.format;

import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file says at one place. */
public sealed interface Entry {

    /** The line, or for a file that has none the number of the user in it; counted from 1. */
    long line();

    /**
     * A user, and what proves his second factor.
     *
     * @param leftBehind what he has there that cannot come over, such as {@code webauthn}
     */
    record Found(long line, Owner owner, List<ForeignApp> apps, List<String> leftBehind) implements Entry {
        public Found {
            apps = List.copyOf(apps);
            leftBehind = List.copyOf(leftBehind);
        }

        /** One with apps alone. */
        public Found(long line, Owner owner, List<ForeignApp> apps) {
            this(line, owner, apps, List.of());
        }
    }

    /**
     * Something that cannot be read, or must not be taken.
     *
     * @param id of the user, where that could be read
     */
    record Refused(long line, @Nullable String id, Problem problem) implements Entry {}
}
