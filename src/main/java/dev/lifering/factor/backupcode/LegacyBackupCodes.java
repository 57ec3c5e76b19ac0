package dev.lifering.factor.backupcode;

import dev.lifering.crypto.Ids;
import dev.lifering.crypto.Secret;
import dev.lifering.directory.Person;
import dev.lifering.factor.backupcode.legacy.ForeignCodes;
import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Codes of other products, in use until their owner makes a set of his own. They are an active set like any other: what
 * replaces, revokes, keeps or erases one does it to them. Only the way from a code to its row differs: nothing in the code
 * locates it, so all codes of a set share one salt, and an attempt is derived once and compared with each of them.
 */
@ApplicationScoped
public class LegacyBackupCodes {
    private final BackupCodeSetRows sets;
    private final BackupCodeRows codes;
    private final CodeHasher hasher;
    private final Ids ids;

    LegacyBackupCodes(BackupCodeSetRows sets, BackupCodeRows codes, CodeHasher hasher, Ids ids) {
        this.sets = sets;
        this.codes = codes;
        this.hasher = hasher;
        this.ids = ids;
    }

    /**
     * What a person has already.
     *
     * @param scheme whose codes are in use; null for none, or codes of our own
     * @param any whether any set is in use
     * @param untouched whether none of our own is, nor one of which a code was used here
     */
    public record Having(@Nullable LegacyScheme scheme, boolean any, boolean untouched) {
        public static final Having NOTHING = new Having(null, false, true);
    }

    public Having of(Person person) {
        return sets.active(person.id())
                .map(set -> new Having(set.scheme, true, set.scheme != null && codes.spent(set.id) == 0))
                .orElse(Having.NOTHING);
    }

    /**
     * Takes the codes into use, for a person who has no set in use.
     *
     * @return the public label of the set
     */
    @Transactional(TxType.MANDATORY)
    public String add(Person person, ForeignCodes foreign, Instant now) {
        var set = new BackupCodeSetEntity();
        set.id = ids.next();
        set.userId = person.id();
        set.label = foreign.scheme().label();
        set.scheme = foreign.scheme();
        set.state = SetState.ACTIVE;
        set.createdAt = now;
        set.expiresAt = now;
        set.activatedAt = now;
        sets.persist(set);
        CodeHash first = hasher.hash(foreign.codes().get(0));
        for (short place = 0; place < foreign.codes().size(); place++) {
            CodeHash kept = hasher.hash(foreign.codes().get(place), first);
            codes.persist(BackupCodeEntity.of(new BackupCodeId(set.id, place), kept));
        }
        return set.label;
    }

    /** Where the code is in the set, spent or not; one derivation. */
    Optional<BackupCodeId> find(UUID setId, Secret code) {
        List<BackupCodeEntity> all = codes.of(setId);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        CodeHash typed = hasher.hash(code, all.get(0).toHash());
        return all.stream()
                .filter(row -> row.toHash().equals(typed))
                .map(row -> row.id)
                .findFirst();
    }
}
