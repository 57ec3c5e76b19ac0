package dev.lifering.audit.seal;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event as it is recorded, which is what a seal vouches for: users stand under their pseudonyms, so that erasing one
 * changes nothing.
 *
 * @param members by the names that they have in an export; what does not apply is left out
 */
public record RecordedEvent(UUID id, SortedMap<String, String> members) {
    private static final String ACCOUNT = "accountId";

    public RecordedEvent {
        members = new TreeMap<>(members);
    }

    /** The chain of seals that it belongs to. */
    public Chain chain() {
        return Chain.of(members.get(ACCOUNT));
    }

    /** As it is exported, and as its hash is computed. */
    public String json() {
        return CanonicalJson.object(members);
    }

    public Fingerprint fingerprint() {
        return new Fingerprint(id, CanonicalJson.sha256(json()));
    }
}
