package dev.lifering.migration.format;

import dev.lifering.factor.backupcode.legacy.ForeignCodes;
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
     * @param codes the backup codes that he has there; null for none, and always without an app
     * @param leftBehind what he has there that cannot come over, such as {@code webauthn}
     */
    record Found(
            long line,
            Owner owner,
            List<ForeignApp> apps,
            @Nullable ForeignCodes codes,
            List<String> leftBehind) implements Entry {
        public Found {
            if (apps.isEmpty() && codes != null) {
                throw new IllegalArgumentException("codes come with an app");
            }
            apps = List.copyOf(apps);
            leftBehind = List.copyOf(leftBehind);
        }

        /** One with apps alone. */
        public Found(long line, Owner owner, List<ForeignApp> apps) {
            this(line, owner, apps, null, List.of());
        }

        /** One with nothing that could come over. */
        public static Found nothing(long line, Owner owner, List<String> leftBehind) {
            return new Found(line, owner, List.of(), null, leftBehind);
        }
    }

    /**
     * Something that cannot be read, or must not be taken.
     *
     * @param id of the user, where that could be read
     */
    record Refused(long line, @Nullable String id, Problem problem) implements Entry {}
}
