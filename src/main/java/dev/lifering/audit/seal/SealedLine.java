package dev.lifering.audit.seal;

import java.util.List;
import java.util.UUID;

/**
 * A seal on its way into an export.
 *
 * @param to where its window ends
 * @param events oldest first
 */
record SealedLine(long sequence, UUID to, List<Fingerprint> events, String jws) {

    SealedLine {
        events = List.copyOf(events);
    }

    String json() {
        return "{\"events\":" + Fingerprint.json(events) + ",\"seal\":\"" + jws + "\"}";
    }
}
