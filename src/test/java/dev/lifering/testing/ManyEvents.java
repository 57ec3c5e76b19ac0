package dev.lifering.testing;

import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;

/** Long trails, as years leave them. */
@Singleton
public class ManyEvents {
    private final Database database;
    private final AuditTable trail;

    ManyEvents(Database database, AuditTable trail) {
        this.database = database;
        this.trail = trail;
    }

    /** So many verifications of the user, a second apart, all of them before that moment. */
    public void verifications(Member member, int count, Instant before) {
        database.update("""
                insert into audit_event (id, occurred_at, type, outcome, account_id, actor_kind, actor, subject, method)
                select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000'
                        || substr(md5(random()::text), 1, 16))::uuid,
                       at, 'verification', 'SUCCESS', ?, 'SERVICE', 'login-service', ?, 'totp'
                from generate_series(1, ?) n, lateral (select cast(? as timestamptz) - n * interval '1 second') as t (at)
                """, member.tenant().id(), trail.pseudonym(member), count, Timestamp.from(before));
        database.update("analyze audit_event");
    }

    /** Takes the account's trail away again. */
    public void forget(Tenant tenant) {
        database.update("delete from audit_event where account_id = ?", tenant.id());
        database.update("analyze audit_event");
    }
}
