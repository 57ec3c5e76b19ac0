package dev.lifering.factor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A second factor that was proved and, where it is single-use, spent.
 *
 * @param reference the authenticator, or the backup code set
 * @param label the user's name for the authenticator, or the public label of the set
 * @param backupCodesLeft how many backup codes are left after a backup code was spent; null for other methods
 * @param legacy whether it was a backup code that another product has issued
 */
public record Proof(
        Method method,
        UUID reference,
        String label,
        @Nullable Integer backupCodesLeft,
        boolean legacy) {

    /** Of something that was set up here. */
    public Proof(Method method, UUID reference, String label, @Nullable Integer backupCodesLeft) {
        this(method, reference, label, backupCodesLeft, false);
    }
}
