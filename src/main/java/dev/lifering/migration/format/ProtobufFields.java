package dev.lifering.migration.format;

import dev.lifering.crypto.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of one protocol buffer message, by the wire format (protobuf.dev, "Encoding"), without a schema. */
final class ProtobufFields {
    private static final int VARINT = 0;
    private static final int SIXTY_FOUR_BITS = 1;
    private static final int BYTES = 2;
    private static final int THIRTY_TWO_BITS = 5;
    private static final int LONGEST_VARINT = 10;
    private static final Secret NOTHING = Secret.of(new byte[0]);

    private final byte[] message;
    private int position;

    ProtobufFields(byte[] message) {
        this.message = message.clone();
    }

    /**
     * One field.
     *
     * @param value of a varint; zero for other types
     * @param content of a string, of bytes or of a message; empty for other types
     */
    record Field(int number, long value, Secret content) {}

    /**
     * All of them, in their order.
     *
     * @throws IllegalArgumentException when the bytes are no message
     */
    List<Field> all() {
        var fields = new ArrayList<Field>();
        while (position < message.length) {
            long tag = varint();
            int number = (int) (tag >>> 3);
            switch ((int) tag & 0x7) {
                case VARINT -> fields.add(new Field(number, varint(), NOTHING));
                case BYTES -> fields.add(new Field(number, 0, Secret.of(bytes(varint()))));
                case SIXTY_FOUR_BITS -> bytes(Long.BYTES);
                case THIRTY_TWO_BITS -> bytes(Integer.BYTES);
                default -> throw new IllegalArgumentException("no such wire type");
            }
        }
        return fields;
    }

    private byte[] bytes(long length) {
        if (length < 0 || length > message.length - position) {
            throw new IllegalArgumentException("the message ends too early");
        }
        int begin = position;
        position += (int) length;
        return Arrays.copyOfRange(message, begin, position);
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            byte next = bytes(1)[0];
            value |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("the number does not end");
    }
}
