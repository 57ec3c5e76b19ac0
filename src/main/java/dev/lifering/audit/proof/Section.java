package dev.lifering.audit.proof;

import dev.lifering.audit.seal.EventIds;
import dev.lifering.audit.seal.Fingerprint;
import dev.lifering.audit.seal.RecordedEvent;
import dev.lifering.audit.seal.Seal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that follow a seal in an export, compared with those that it lists. */
final class Section {
    private final Seal seal;
    private final Findings findings;

    /** Newest first, as the export has them. */
    private final Deque<Fingerprint> expected = new ArrayDeque<>();

    /** Those that were not where they belong, with the line where they do; they may still come. */
    private final Map<UUID, Long> missed = new LinkedHashMap<>();

    private long intact;
    private long uncovered;
    private long uncoveredLine;
    private @Nullable UUID firstUncovered;

    Section(Seal seal, List<Fingerprint> events, Findings findings) {
        this.seal = seal;
        this.findings = findings;
        events.forEach(expected::push);
    }

    Seal seal() {
        return seal;
    }

    /** How many events are as they were sealed. */
    long intact() {
        return intact;
    }

    /** The next event in the order of the export. */
    void accept(long line, RecordedEvent event) {
        miss(line, event.id());
        Fingerprint next = expected.peek();
        if (next != null && next.id().equals(event.id())) {
            expected.remove();
            compare(line, next, event);
        } else if (EventIds.isBefore(event.id(), seal.from())) {
            uncovered(line, event.id());
        } else {
            findings.add(line, "event " + event.id() + " was added: " + seal + " says that it was not there");
        }
    }

    /** An event whose id does not follow on the one before. */
    void misplaced(long line, UUID event) {
        boolean isSwapped = missed.remove(event) != null;
        findings.add(
                line,
                "event " + event
                        + (isSwapped ? " is out of order, others stand before it" : " is out of order or there twice"));
    }

    /** No more events of this seal come. */
    void close(long line) {
        miss(line, seal.from());
        missed.forEach(
                (event, where) -> findings.add(where, "event " + event + " is missing: " + seal + " lists it here"));
        if (firstUncovered != null) {
            String more = uncovered > 1 ? " and " + (uncovered - 1) + " more are" : " is";
            findings.add(
                    uncoveredLine,
                    "event " + firstUncovered + more + " in no seal: the one before " + seal + " is not there");
        }
    }

    /** Whatever is listed and newer than that is not where it belongs. */
    private void miss(long line, UUID event) {
        while (!expected.isEmpty()
                && EventIds.isBefore(event, expected.element().id())) {
            missed.put(expected.remove().id(), line);
        }
    }

    private void compare(long line, Fingerprint sealed, RecordedEvent event) {
        boolean isSame = sealed.equals(event.fingerprint()) && seal.chain().equals(event.chain());
        if (isSame) {
            intact++;
        } else {
            findings.add(line, "event " + event.id() + " was changed after it was sealed (" + seal + ")");
        }
    }

    private void uncovered(long line, UUID event) {
        if (firstUncovered == null) {
            firstUncovered = event;
            uncoveredLine = line;
        }
        uncovered++;
    }
}
