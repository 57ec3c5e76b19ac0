package dev.lifering.audit.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a seal knows of one event.
 *
 * @param sha256 of the event as {@link RecordedEvent#json} has it, base64url
 */
public record Fingerprint(UUID id, String sha256) {
    private static final int HASH_BYTES = 32;
    private static final int BYTES = 2 * Long.BYTES + HASH_BYTES;

    /** The JSON array of them, canonical. */
    public static String json(List<Fingerprint> all) {
        return all.stream()
                .map(each -> "{\"id\":\"" + each.id + "\",\"sha256\":\"" + each.sha256 + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** As the database keeps them. */
    public static byte[] packed(List<Fingerprint> all) {
        var bytes = ByteBuffer.allocate(all.size() * BYTES);
        for (Fingerprint each : all) {
            bytes.putLong(each.id.getMostSignificantBits()).putLong(each.id.getLeastSignificantBits());
            bytes.put(Base64.getUrlDecoder().decode(each.sha256));
        }
        return bytes.array();
    }

    public static List<Fingerprint> unpacked(byte[] packed) {
        var all = new ArrayList<Fingerprint>();
        var bytes = ByteBuffer.wrap(packed);
        while (bytes.remaining() >= BYTES) {
            var id = new UUID(bytes.getLong(), bytes.getLong());
            var hash = new byte[HASH_BYTES];
            bytes.get(hash);
            all.add(new Fingerprint(id, CanonicalJson.encoded(hash)));
        }
        return all;
    }
}
