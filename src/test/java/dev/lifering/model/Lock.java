package dev.lifering.model;

/** Rule V3: wrong codes in a row, and until when none is looked at. */
record Lock(int failures, long until) {
    static final Lock NONE = new Lock(0, 0);
    private static final int LIMIT = 100;
    private static final int FREE = 5;

    boolean blocks() {
        return failures >= LIMIT;
    }

    boolean holdsAt(long now) {
        return blocks() || now < until;
    }

    long waitAt(long now) {
        return now < until ? until - now : 15 * 60;
    }

    int attemptsRemaining() {
        return Math.max(0, FREE - failures);
    }

    Lock afterFailure(long now) {
        int more = failures + 1;
        if (more < FREE) {
            return new Lock(more, 0);
        }
        return new Lock(more, now + Math.min(15 * 60, 30L << Math.min(more - FREE, 10)));
    }

    /** Only recovery ends a block, and without a second factor there is nothing to recover. */
    Lock unblocked() {
        return new Lock(Math.min(failures, LIMIT - 1), until);
    }
}
