package dev.lifering.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The users of a seeded database, all of whom follow from their number: what a user is, which account is his and what
 * his secret is. So the load program computes codes without a table, and finds its users again in a kept database.
 */
final class Population {
    /** Users come in hundreds, each of the same mixture. */
    static final int HUNDRED = 100;

    /** How many users of the backup-code role have codes that the load program knows; hashing more takes too long. */
    static final int MOST_WITH_KNOWN_CODES = 3_000;

    static final String BIG_ACCOUNT = "big";
    static final String ARCHIVE_ACCOUNT = "archive";
    static final String IMPORT_ACCOUNT = "imports";

    private static final int MOST_IN_BIG_ACCOUNT = 100_000;
    private static final int ID_DIGITS = 8;
    private static final long EPOCH_MILLIS = 1_700_000_000_000L;
    private static final byte[] SEED = "a seed that protects nothing".getBytes(StandardCharsets.US_ASCII);

    /** What a user is there for, by the place of his number within its hundred. */
    enum Role {
        LOCKED(0, 1),
        NEWCOMER(1, 4),
        BACKUP(4, 8),
        CODES_ONLY(8, 9),
        PLAIN(9, 100);

        private final int from;
        private final int to;

        Role(int from, int to) {
            this.from = from;
            this.to = to;
        }

        boolean hasAuthenticator() {
            return this != NEWCOMER && this != CODES_ONLY;
        }

        static Role of(int number) {
            int place = number % HUNDRED;
            for (Role role : values()) {
                if (place < role.to) {
                    return role;
                }
            }
            throw new IllegalStateException("the roles fill a hundred");
        }
    }

    private final int users;
    private final ThreadLocal<Mac> mac = ThreadLocal.withInitial(() -> hmac(SEED));

    Population(int users) {
        if (users < HUNDRED || users % HUNDRED != 0) {
            throw new IllegalArgumentException("--users must be a multiple of " + HUNDRED);
        }
        this.users = users;
    }

    int users() {
        return users;
    }

    int size(Role role) {
        return users / HUNDRED * (role.to - role.from);
    }

    /** The number of the user at this place among those of the role. */
    int number(Role role, int index) {
        int width = role.to - role.from;
        return index / width * HUNDRED + role.from + index % width;
    }

    int inBigAccount() {
        return Math.min(MOST_IN_BIG_ACCOUNT, users / 2);
    }

    int withKnownCodes() {
        return Math.min(MOST_WITH_KNOWN_CODES, size(Role.BACKUP));
    }

    String id(int number) {
        var digits = Integer.toString(number);
        return "user-" + "0".repeat(ID_DIGITS - digits.length()) + digits;
    }

    String account(int number) {
        return number < inBigAccount() ? BIG_ACCOUNT : "account-" + number / HUNDRED;
    }

    byte[] secret(int number) {
        return mac.get()
                .doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    UUID pseudonym(int number) {
        return new UUID(mixed(number, 1) & ~0xF000L | 0x4000L, mixed(number, 2) >>> 2 | Long.MIN_VALUE);
    }

    UUID authenticator(int number) {
        return ordered(number, 3);
    }

    UUID backupCodeSet(int number) {
        return ordered(number, 4);
    }

    UUID auditEvent(int number) {
        return ordered(number, 5);
    }

    /** Shaped like the product's ids (UUIDv7), in the order of the numbers. */
    private static UUID ordered(int number, int kind) {
        return new UUID(EPOCH_MILLIS + number << Short.SIZE | 0x7000L, mixed(number, kind) >>> 2 | Long.MIN_VALUE);
    }

    /** SplitMix64's finish: looks random, and is the same each time. */
    private static long mixed(int number, int kind) {
        long z = (number * 16L + kind) * 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }

    private static Mac hmac(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
