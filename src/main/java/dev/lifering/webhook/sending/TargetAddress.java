package dev.lifering.webhook.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses messages may go to. Everything that the IANA registries of special-purpose addresses (RFC 6890) do not
 * call globally reachable is inside somebody's network, and so is everything that leads there by another way of writing.
 */
final class TargetAddress {
    /** https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast (RFC 5771). */
    private static final List<Block> INSIDE_IPV4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Global unicast addresses (RFC 4291 §2.4) are the only ones of IPv6 that may be outside. */
    private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

    /** https://www.iana.org/assignments/iana-ipv6-special-registry, of those: protocols, Teredo, 6to4, documentation. */
    private static final List<Block> INSIDE_IPV6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private TargetAddress() {}

    /**
     * Whether the address is outside. Those of IPv6 that carry one of IPv4 (mapped, NAT64, 6to4, Teredo) are not, whatever
     * they carry: nobody publishes them for a receiver.
     */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == Integer.BYTES) {
            return INSIDE_IPV4.stream().noneMatch(block -> block.holds(bytes));
        }
        return GLOBAL_IPV6.holds(bytes) && INSIDE_IPV6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... written) {
        return Stream.of(written).map(Block::of).toList();
    }

    /** The addresses that begin with the same bits. */
    private static final class Block {
        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block of(String written) {
            String[] parts = written.split("/", -1);
            try {
                return new Block(InetAddress.getAllByName(parts[0])[0].getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(written + " is no block of addresses", e);
            }
        }

        boolean holds(byte[] address) {
            int whole = bits / Byte.SIZE;
            if (!Arrays.equals(start, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = bits % Byte.SIZE;
            return rest == 0 || first(start[whole], rest) == first(address[whole], rest);
        }

        private static int first(byte octet, int bits) {
            return Byte.toUnsignedInt(octet) >> (Byte.SIZE - bits);
        }
    }
}
