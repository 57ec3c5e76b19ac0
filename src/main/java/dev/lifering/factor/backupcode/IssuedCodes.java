package dev.lifering.factor.backupcode;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A set just issued, the only time that its codes exist in plain.
 *
 * @param label public; names the set on paper and in mails
 * @param expiresAt until when it waits for the acknowledgement
 */
public record IssuedCodes(UUID setId, String label, List<Secret> codes, Instant expiresAt) {

    public IssuedCodes {
        codes = List.copyOf(codes);
    }

    /** The codes as their owner gets them, for the one response that makes them. */
    public List<String> reveal() {
        return codes.stream()
                .map(code -> new String(code.bytes(), StandardCharsets.US_ASCII))
                .toList();
    }
}
