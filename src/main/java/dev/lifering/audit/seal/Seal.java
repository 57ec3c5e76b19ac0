package dev.lifering.audit.seal;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a seal says: these and no other events of the chain have ids in this window, and the seal before says the same of
 * the time before.
 *
 * @param sequence the first of a chain is 1
 * @param from where the window begins: where that of the seal before ends
 * @param to where the window ends; this id is not in it any more
 * @param digest of the list of fingerprints, base64url
 * @param previous the hash of the seal before; absent from the first
 */
public record Seal(
        Chain chain,
        long sequence,
        UUID from,
        UUID to,
        int count,
        String digest,
        @Nullable String previous) {
    /** The type of the JWS, which keeps it from being taken for an assertion. */
    public static final String TYPE = "lifering-audit-seal";

    /** The seal of these events, which are in the order of their ids. */
    public static Seal over(Head before, UUID to, List<Fingerprint> events) {
        return new Seal(
                before.chain(),
                before.sequence() + 1,
                before.to(),
                to,
                events.size(),
                CanonicalJson.sha256(Fingerprint.json(events)),
                before.hash());
    }

    /** The text that is signed. */
    public String json() {
        var members = new TreeMap<String, Object>();
        chain.accountId().ifPresent(account -> members.put("accountId", account));
        members.put("count", count);
        members.put("events", digest);
        members.put("from", from.toString());
        if (previous != null) {
            members.put("previous", previous);
        }
        members.put("sequence", sequence);
        members.put("to", to.toString());
        return CanonicalJson.object(members);
    }

    @Override
    public String toString() {
        return "seal " + sequence;
    }
}
