package dev.lifering.demo;

import java.time.Instant;

/** A token of a persona, for the header {@code Authorization: Bearer}. */
public record TokenView(String token, String persona, Instant expiresAt) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "TokenView[" + persona + "]";
    }
}
