package dev.lifering.audit.proof;

import dev.lifering.audit.seal.Chain;
import dev.lifering.audit.seal.EventIds;
import dev.lifering.audit.seal.Fingerprint;
import dev.lifering.audit.seal.Head;
import dev.lifering.audit.seal.RecordedEvent;
import dev.lifering.audit.seal.Seal;
import dev.lifering.audit.seal.SealedLine;
import dev.lifering.audit.seal.SignedSeal;
import dev.lifering.crypto.KeySet;
import dev.lifering.crypto.SignedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An export of three seals over three events each and one event that is not sealed yet, in the form of a list of lines. */
final class SealedFile {
    /** Lines 2, 6 and 10 hold the seals 3, 2 and 1; the others the events from the tenth down to the first. */
    static final int LINES = 13;

    private static final Instant BEGIN = Instant.parse("2026-01-15T08:00:00Z");

    private final List<String> lines;

    SealedFile(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    static SealedFile signedWith(KeySet keys) {
        return of("acme", keys, keys, keys);
    }

    /** Each seal is signed with the keys that hold at its time. */
    static SealedFile of(String account, KeySet... keys) {
        var newestFirst = new ArrayList<String>();
        Head head = Head.begin(Chain.of(account));
        for (int i = 0; i < keys.length; i++) {
            List<RecordedEvent> events =
                    List.of(event(account, 3 * i + 1), event(account, 3 * i + 2), event(account, 3 * i + 3));
            UUID to = EventIds.first(moment(3 * i + 4));
            List<Fingerprint> fingerprints =
                    events.stream().map(RecordedEvent::fingerprint).toList();
            Seal text = Seal.over(head, to, fingerprints);
            var seal =
                    new SignedSeal(text, SignedText.sign(keys[i].signingKey(), Seal.TYPE, text.json()), fingerprints);
            head = new Head(text.chain(), i + 1L, to, seal.hash());
            events.forEach(event -> newestFirst.add(0, event.json()));
            newestFirst.add(0, new SealedLine(i + 1L, to, seal.events(), seal.jws()).json());
        }
        newestFirst.add(0, event(account, 3 * keys.length + 1).json());
        return new SealedFile(newestFirst);
    }

    static RecordedEvent event(String account, int number) {
        var members = new TreeMap<String, String>(Map.of(
                "accountId", account,
                "actor", "login-service",
                "actorKind", "service",
                "id", id(number),
                "occurredAt", moment(number).toString(),
                "outcome", "success",
                "requestId", "\"quoted\" \\ \u0001 ü €",
                "type", "verification"));
        return new RecordedEvent(UUID.fromString(id(number)), members);
    }

    /** The id of the event with this number. */
    static String id(int number) {
        long high = EventIds.first(moment(number)).getMostSignificantBits() | 0x7000L;
        return new UUID(high, 0x8000_0000_0000_0000L | number).toString();
    }

    private static Instant moment(int number) {
        return BEGIN.plus(Duration.ofMinutes(number));
    }

    /** A line, counted from 1. */
    String line(int number) {
        return lines.get(number - 1);
    }

    SealedFile replace(int number, String line) {
        lines.set(number - 1, line);
        return this;
    }

    /** Takes lines out, from the one to the other. */
    SealedFile drop(int from, int to) {
        lines.subList(from - 1, to).clear();
        return this;
    }

    /** Puts a line before the one with this number. */
    SealedFile insert(int number, String line) {
        lines.add(number - 1, line);
        return this;
    }

    Path in(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("export-" + UUID.randomUUID() + ".ndjson"), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeySet keys() {
        return KeySet.generate(new SecureRandom(), BEGIN);
    }
}
