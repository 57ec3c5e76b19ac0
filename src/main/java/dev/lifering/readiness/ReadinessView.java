package dev.lifering.readiness;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who of an account is one loss away from a lock-out. */
@Schema(description = "Who of an account is one loss away from a lock-out.")
public record ReadinessView(
        Readiness readiness,

        @Schema(description = "How many administrators can pass 2FA now.")
        long ableAdministrators,

        @Schema(description = "The active administrators, in the order of their ids.")
        List<AdministratorReadinessView> administrators) {

    static ReadinessView of(List<Ability> abilities) {
        long able = abilities.stream().filter(Ability::isAble).count();
        return new ReadinessView(
                Readiness.of(able),
                able,
                abilities.stream()
                        .map(ability -> AdministratorReadinessView.of(ability, able == 1))
                        .toList());
    }
}
