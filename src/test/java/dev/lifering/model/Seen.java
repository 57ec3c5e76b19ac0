package dev.lifering.model;

import java.util.List;

/**
 * How a second factor looks to its owner.
 *
 * @param codesLeft {@link Model#NONE} without an active set
 * @param lockedUntil second of the epoch; 0 when nothing is locked
 */
record Seen(
        String status,
        List<String> authenticators,
        int codesLeft,
        boolean enrolmentRequired,
        boolean reenrolmentRequired,
        long lockedUntil,
        boolean blocked) {}
