package dev.lifering.audit.sealing;

import dev.lifering.audit.seal.Chain;
import dev.lifering.audit.seal.EventIds;
import dev.lifering.audit.seal.Fingerprint;
import dev.lifering.audit.seal.Head;
import dev.lifering.audit.seal.RecordedEvent;
import dev.lifering.audit.seal.Seal;
import dev.lifering.audit.seal.SignedSeal;
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
     */
    static Stretch of(UUID from, List<RecordedEvent> found) {
        UUID month = EventIds.firstOfNextMonth(found.get(0).id());
        List<RecordedEvent> events = found.stream()
                .filter(event -> EventIds.isBefore(event.id(), month))
                .toList();
        UUID last = events.get(events.size() - 1).id();
        boolean mayBeMore = events.size() == LIMIT;
        // Not to the moment up to which was looked: a clock that is ahead for a while would close what is still to
        // come.
        return new Stretch(
                from,
                mayBeMore
                        ? EventIds.next(last)
                        : EventIds.first(EventIds.moment(last).plusMillis(1)),
                events);
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
