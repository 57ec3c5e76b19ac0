package dev.lifering.readiness;

import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodes;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What brings an administrator, or his account, one loss away from a lock-out. */
@Schema(name = "ReadinessRisk")
public enum Risk {
    /** Nobody but him could recover others, and nobody but Support could recover him. */
    ONLY_ABLE_ADMINISTRATOR,
    /** He has no second factor, so he could not pass 2FA. */
    NOT_ENROLLED,
    /** After 100 wrong codes only recovery helps him. */
    BLOCKED,
    /** Every login of his costs a backup code. */
    BACKUP_CODES_ONLY,
    /** At most three backup codes are left. */
    FEW_BACKUP_CODES,
    /** He has no backup codes that he said he saved. */
    CODES_NOT_ACKNOWLEDGED,
    /** The latest mail to him could not be delivered, so a recovery link would not reach him. */
    MAIL_FAILED;

    /** What is known of an administrator beside what he has: whether no other is able, and whether mails reach him. */
    record Circumstances(boolean only, boolean mailFails) {}

    /** The risks that this administrator runs. */
    static Set<Risk> of(Ability ability, Circumstances circumstances) {
        var risks = new TreeSet<Risk>();
        if (circumstances.only() && ability.isAble()) {
            risks.add(ONLY_ABLE_ADMINISTRATOR);
        }
        if (circumstances.mailFails()) {
            risks.add(MAIL_FAILED);
        }
        if (ability.person().secondFactorManagedElsewhere()) {
            return risks;
        }
        if (ability.status() == Status.NOT_ENROLLED) {
            risks.add(NOT_ENROLLED);
            return risks;
        }
        if (ability.lockout().isBlocked()) {
            risks.add(BLOCKED);
        }
        if (ability.status() == Status.BACKUP_CODES_ONLY) {
            risks.add(BACKUP_CODES_ONLY);
        }
        if (!ability.codes().acknowledged()) {
            risks.add(CODES_NOT_ACKNOWLEDGED);
        } else if (BackupCodes.isLow(ability.codes().unspent())) {
            risks.add(FEW_BACKUP_CODES);
        }
        return risks;
    }
}
