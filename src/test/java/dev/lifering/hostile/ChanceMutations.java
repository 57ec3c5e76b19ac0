package dev.lifering.hostile;

import dev.lifering.testing.ApiOperation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Right requests with some bytes of the body or characters of the address changed, always the same ones. */
final class ChanceMutations {
    private static final int PER_OPERATION = 120;

    private final Random chance;

    ChanceMutations(ApiOperation operation) {
        this.chance = new Random(operation.id().hashCode());
    }

    List<HostileRequest> of(ApiOperation operation, Draft right) {
        var made = new ArrayList<HostileRequest>();
        for (int i = 0; i < PER_OPERATION; i++) {
            String name = operation.id() + " by chance " + i;
            if (right.body().length > 0 && i % 4 != 0) {
                made.add(HostileRequest.perhaps(name, right.body(changed(right.body()))));
            } else {
                made.add(HostileRequest.perhaps(name, right.target(changed(right.target()))));
            }
        }
        return made;
    }

    private byte[] changed(byte[] right) {
        byte[] bytes = right.clone();
        for (int i = chance.nextInt(3); i >= 0; i--) {
            int at = chance.nextInt(bytes.length);
            switch (chance.nextInt(4)) {
                case 0 -> bytes[at] = (byte) chance.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> System.arraycopy(bytes, 0, bytes, at, bytes.length - at);
            }
        }
        return bytes;
    }

    /** Stays a target: no spaces, no control characters. */
    private String changed(String right) {
        byte[] bytes = right.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = chance.nextInt(3); i >= 0; i--) {
            bytes[1 + chance.nextInt(bytes.length - 1)] = (byte) (0x21 + chance.nextInt(0x5e));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
