package dev.lifering.audit.sealing;

import dev.lifering.audit.seal.EventIds;
import dev.lifering.audit.seal.RecordedEvent;
import dev.lifering.audit.seal.SealedLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's events with their seals as lines, newest first: each seal stands before the events that it lists. */
@ApplicationScoped
public class SealedTrail {
    private static final int EVENTS = 1000;

    /** Each lists up to a thousand events. */
    private static final int SEALS = 10;

    private final SealExportService service;

    SealedTrail(SealExportService service) {
        this.service = service;
    }

    public Reading of(String accountId) {
        return new Reading(service, accountId);
    }

    /** Reads the lines part by part, each in a transaction of its own. */
    public static final class Reading {
        private final SealExportService service;
        private final String accountId;
        private final Deque<SealedLine> seals = new ArrayDeque<>();
        private UUID before = EventIds.HIGHEST;
        private long below = Long.MAX_VALUE;
        private boolean moreEvents = true;
        private boolean moreSeals = true;

        private Reading(SealExportService service, String accountId) {
            this.service = service;
            this.accountId = accountId;
        }

        public boolean hasNext() {
            return moreEvents || nextSeal() != null;
        }

        /** The lines of the next part, without line ends. */
        public List<String> next() {
            var lines = new ArrayList<String>();
            if (!moreEvents) {
                SealedLine rest = takeSeal();
                return rest == null ? lines : List.of(rest.json());
            }
            List<RecordedEvent> events = service.events(accountId, before, EVENTS);
            for (RecordedEvent event : events) {
                sealsBefore(event.id(), lines);
                lines.add(event.json());
                before = event.id();
            }
            moreEvents = events.size() == EVENTS;
            return lines;
        }

        private void sealsBefore(UUID event, List<String> lines) {
            SealedLine seal = nextSeal();
            while (seal != null && EventIds.isBefore(event, seal.to())) {
                lines.add(seal.json());
                seals.remove();
                seal = nextSeal();
            }
        }

        private @Nullable SealedLine takeSeal() {
            SealedLine seal = nextSeal();
            seals.poll();
            return seal;
        }

        private @Nullable SealedLine nextSeal() {
            if (seals.isEmpty() && moreSeals) {
                seals.addAll(service.seals(accountId, below, SEALS));
                moreSeals = seals.size() == SEALS;
                below = seals.isEmpty() ? below : seals.getLast().sequence();
            }
            return seals.peek();
        }
    }
}
