package dev.lifering.audit.seal;

import dev.lifering.crypto.SignedText;
import dev.lifering.crypto.SigningKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The events of all chains in a span of ids, to be sealed together.
 *
 * @param from where the last stretch ended
 * @param to where this one ends
 * @param events in the order of their ids; never of two months, so that a seal goes with the month it speaks of
 */
record Stretch(UUID from, UUID to, List<RecordedEvent> events) {
    /** How many events at most, which bounds what is in memory and how long a seal gets. */
    static final int LIMIT = 1000;

    Stretch {
        events = List.copyOf(events);
    }

    /**
     * As much of what was found as may be sealed together.
     *
     * @param found the first events from there on, up to the limit
     * @param end where the window is closed; nothing from there on was looked for
     */
    static Stretch of(UUID from, UUID end, List<RecordedEvent> found) {
        UUID month = EventIds.firstOfNextMonth(found.get(0).id());
        UUID whole = EventIds.isBefore(end, month) ? end : month;
        List<RecordedEvent> events = found.stream()
                .filter(event -> EventIds.isBefore(event.id(), whole))
                .toList();
        boolean mayBeMore = events.size() == LIMIT;
        return new Stretch(from, mayBeMore ? EventIds.next(events.get(LIMIT - 1).id()) : whole, events);
    }

    /** The chains that get a seal, each with the fingerprints of its events. */
    Map<Chain, List<Fingerprint>> byChain() {
        var chains = new LinkedHashMap<Chain, List<Fingerprint>>();
        for (RecordedEvent event : events) {
            chains.computeIfAbsent(event.chain(), none -> new ArrayList<>()).add(event.fingerprint());
        }
        return chains;
    }

    /** One seal for each chain, in place behind its head; chains without one begin. */
    List<SignedSeal> sealed(Map<Chain, Head> heads, SigningKey key) {
        var seals = new ArrayList<SignedSeal>();
        byChain().forEach((chain, fingerprints) -> {
            Head head = heads.getOrDefault(chain, Head.begin(chain));
            Seal seal = Seal.over(head, to, fingerprints);
            seals.add(new SignedSeal(seal, SignedText.sign(key, Seal.TYPE, seal.json()), fingerprints));
        });
        return seals;
    }
}
