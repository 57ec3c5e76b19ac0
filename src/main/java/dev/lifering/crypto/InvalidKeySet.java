package dev.lifering.crypto;

/** A key set that must not be used. The message names the key and the reason, and never holds key material. */
public final class InvalidKeySet extends RuntimeException {
    InvalidKeySet(String message) {
        // No cause on purpose: the messages of parsers may quote what they read.
        super(message);
    }
}
