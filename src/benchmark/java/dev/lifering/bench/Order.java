package dev.lifering.bench;

/** Visits the numbers below a size again and again, each once per round, in steps of about its golden section. */
final class Order {
    private static final double GOLDEN_SECTION = 0.618_033_988_749_895;

    private final int size;
    private final int stride;
    private int at;

    Order(int size) {
        this.size = size;
        int candidate = Math.max(1, (int) (size * GOLDEN_SECTION));
        while (commonDivisor(candidate, size) != 1) {
            candidate++;
        }
        stride = candidate;
    }

    synchronized int next() {
        at = (int) (((long) at + stride) % size);
        return at;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
