package dev.lifering.readiness;

import dev.lifering.readiness.Risk.Circumstances;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who of an account is one loss away from a lock-out. */
@Schema(description = "Who of an account is one loss away from a lock-out.")
public record ReadinessView(
        Readiness readiness,

        @Schema(description = "How many administrators can pass 2FA now.")
        long ableAdministrators,

        @Schema(description = "The active administrators, in the order of their ids.")
        List<AdministratorReadinessView> administrators) {

    /** @param unreachable the ids of administrators whom mails do not reach */
    static ReadinessView of(List<Ability> abilities, Set<String> unreachable) {
        long able = abilities.stream().filter(Ability::isAble).count();
        return new ReadinessView(
                Readiness.of(able),
                able,
                abilities.stream()
                        .map(ability -> AdministratorReadinessView.of(
                                ability,
                                new Circumstances(
                                        able == 1,
                                        unreachable.contains(ability.person().id()))))
                        .toList());
    }
}
