package dev.lifering.readiness;

import dev.lifering.factor.Status;
import dev.lifering.readiness.Risk.Circumstances;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an active administrator stands. */
@Schema(description = "How an active administrator stands.")
public record AdministratorReadinessView(
        String id,
        @Nullable String email,
        @Nullable String displayName,

        @Schema(description = "Whether he can pass 2FA now, and so help others.")
        boolean able,

        Status status,
        long authenticators,

        @Schema(description = "How many unspent codes the active set has; 0 without one.")
        int backupCodesRemaining,

        List<Risk> risks) {

    static AdministratorReadinessView of(Ability ability, Circumstances circumstances) {
        return new AdministratorReadinessView(
                ability.person().id(),
                ability.person().email(),
                ability.person().displayName(),
                ability.isAble(),
                ability.status(),
                ability.authenticators(),
                ability.codes().unspent(),
                List.copyOf(Risk.of(ability, circumstances)));
    }

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "AdministratorReadinessView[" + id + "]";
    }
}
