package dev.lifering.audit.seal;

import java.util.List;
import java.util.UUID;

/**
 * A seal on its way into an export.
 *
 * @param to where its window ends
 * @param events oldest first
 */
public record SealedLine(long sequence, UUID to, List<Fingerprint> events, String jws) {

    public SealedLine {
        events = List.copyOf(events);
    }

    public String json() {
        return "{\"events\":" + Fingerprint.json(events) + ",\"seal\":\"" + jws + "\"}";
    }
}
