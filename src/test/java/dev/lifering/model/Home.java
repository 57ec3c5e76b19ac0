package dev.lifering.model;

import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import java.util.Map;
import java.util.UUID;

/**
 * An account with a policy, where one user after the other lives his story.
 *
 * @param foreignCode a backup code of somebody else
 */
record Home(Tenant tenant, Member admin, String foreignCode, String service, Client client, Database database) {

    static Home with(Policy policy, MovableTime time, Database database) {
        Tenant tenant = Tenant.direct(time);
        Member admin = tenant.admin();
        String foreign = tenant.user().enrolled().code(0);
        tenant.policy(Map.of(
                "secondFactorMandatory", policy.mandatory(),
                "maxAuthenticators", policy.maxAuthenticators(),
                "acknowledgementProof", policy.proof(),
                "backupCodes", Policy.BACKUP_CODES));
        return new Home(tenant, admin, foreign, Bearer.service(), new Client(), database);
    }

    RealUser newcomer(MovableTime time) {
        return new RealUser(this, "u-" + UUID.randomUUID(), time);
    }

    String tokenOf(String user) {
        return Bearer.of(user, "user")
                .account(tenant.id())
                .email(user + "@" + tenant.id() + ".example")
                .token();
    }
}
