package dev.lifering.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A mail as it waits, sealed, to be sent. */
@RegisterForReflection
record Payload(String to, String subject, String text, String html) {

    /** Never shows what may hold a token. */
    @Override
    public String toString() {
        return "Payload";
    }
}
