package dev.lifering.audit.proof;

import dev.lifering.audit.seal.EventIds;
import dev.lifering.audit.seal.RecordedEvent;
import dev.lifering.audit.seal.Seal;
import dev.lifering.audit.seal.SignedSeal;
import dev.lifering.crypto.VerificationKeys;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export with seals line by line, newest first, and remembers no more of it than what the last seal lists: the
 * signature of each seal, that each names the one before by its hash, and that the events between are those listed.
 */
final class TrailCheck {
    private final ExportLine.Reader reader = new ExportLine.Reader();
    private final Findings findings = new Findings();
    private final Optional<VerificationKeys> keys;
    private final Optional<ExpectedHead> remembered;

    private @Nullable Section section;
    private @Nullable SignedSeal newest;
    private @Nullable SignedSeal last;
    private @Nullable UUID lastEvent;
    private @Nullable UUID oldestUnsealed;
    private boolean isRememberedThere;
    private long line;
    private long seals;
    private long intact;
    private long unsealed;

    /**
     * A check of one file.
     *
     * @param keys that may have signed; without them signatures are not looked at
     * @param remembered a seal that must be in the file
     */
    TrailCheck(Optional<VerificationKeys> keys, Optional<ExpectedHead> remembered) {
        this.keys = keys;
        this.remembered = remembered;
    }

    /** A seal that somebody has noted, to see that the file does not end before it. */
    record ExpectedHead(long sequence, String hash) {}

    /**
     * How it ended.
     *
     * @param lines of the file
     * @param seals how many there are
     * @param intact events that are as they were sealed
     * @param unsealed events above the first seal, which nothing vouches for
     * @param oldestUnsealed the last of them
     * @param newest the first seal in the file
     * @param oldest the last seal in the file
     */
    record Verdict(
            long lines,
            long seals,
            long intact,
            long unsealed,
            Optional<UUID> oldestUnsealed,
            Optional<SignedSeal> newest,
            Optional<SignedSeal> oldest,
            Findings findings) {}

    void accept(String text) {
        line++;
        try {
            ExportLine read = reader.read(text);
            if (read instanceof ExportLine.OfSeal seal) {
                accept(seal);
            } else if (read instanceof ExportLine.OfEvent event) {
                accept(event.event());
            }
        } catch (IllegalArgumentException malformed) {
            findings.add(line, "this is no event and no seal: " + malformed.getMessage());
        }
    }

    Verdict finish() {
        line++;
        closeSection();
        remembered
                .filter(head -> !isRememberedThere)
                .ifPresent(head -> findings.add(
                        line,
                        "seal " + head.sequence() + ", which was remembered, is not in the file; its newest is "
                                + (newest == null ? "none" : newest.seal().toString())));
        return new Verdict(
                line - 1,
                seals,
                intact,
                unsealed,
                Optional.ofNullable(oldestUnsealed),
                Optional.ofNullable(newest),
                Optional.ofNullable(last),
                findings);
    }

    private void accept(RecordedEvent event) {
        boolean isInOrder = lastEvent == null || EventIds.isBefore(event.id(), lastEvent);
        if (section == null && isInOrder) {
            unsealed++;
            oldestUnsealed = event.id();
        } else if (section == null) {
            findings.add(line, "event " + event.id() + " is out of order or there twice");
        } else if (isInOrder) {
            section.accept(line, event);
        } else {
            section.misplaced(line, event.id());
        }
        lastEvent = isInOrder ? event.id() : lastEvent;
    }

    private void accept(ExportLine.OfSeal read) {
        SignedSeal signed = read.signed();
        closeSection();
        seals++;
        boolean isSigned = keys.map(known -> read.text().isSignedByOneOf(known)).orElse(true);
        if (!isSigned) {
            findings.add(
                    line,
                    signed.seal() + " is not signed by a key that was given (it names "
                            + read.text().keyId() + ")");
        }
        if (!ExportLine.isComplete(signed.seal(), signed.events())) {
            findings.add(line, "the list of " + signed.seal() + " is not the one that was signed");
        }
        place(signed);
        section = new Section(signed.seal(), signed.events(), findings);
        last = signed;
        newest = newest == null ? signed : newest;
    }

    /** Whether the seal stands where it belongs. */
    private void place(SignedSeal signed) {
        Seal seal = signed.seal();
        remembered.filter(head -> head.sequence() == seal.sequence()).ifPresent(head -> {
            isRememberedThere = true;
            if (!head.hash().equals(signed.hash())) {
                findings.add(line, seal + " is not the one that was remembered");
            }
        });
        if (lastEvent != null && EventIds.isBefore(lastEvent, seal.to())) {
            findings.add(line - 1, "event " + lastEvent + " stands before " + seal + ", which should list it");
        }
        if (last != null) {
            follow(last.seal(), signed);
        }
    }

    private void follow(Seal newer, SignedSeal signed) {
        Seal seal = signed.seal();
        long gap = newer.sequence() - seal.sequence();
        if (!newer.chain().equals(seal.chain())) {
            findings.add(line, seal + " is of another account than " + newer);
        } else if (gap <= 0) {
            findings.add(line, seal + " is out of order: it stands below " + newer);
        } else if (gap > 1) {
            String missing = gap == 2
                    ? "seal " + (newer.sequence() - 1) + " is"
                    : "seals " + (seal.sequence() + 1) + " to " + (newer.sequence() - 1) + " are";
            findings.add(line, missing + " missing between " + newer + " and " + seal);
        } else if (!signed.hash().equals(newer.previous()) || !seal.to().equals(newer.from())) {
            findings.add(line, seal + " is not the one that " + newer + " was put behind");
        }
    }

    private void closeSection() {
        if (section != null) {
            section.close(line);
            intact += section.intact();
        }
    }
}
