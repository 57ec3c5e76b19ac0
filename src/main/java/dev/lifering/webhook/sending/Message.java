package dev.lifering.webhook.sending;

/**
 * What an endpoint is sent.
 *
 * @param id the same at each attempt, so that the receiver knows what came twice
 * @param attempt how many there were, with this one
 */
public record Message(String id, String body, int attempt) {

    /** Names of users have no place in a log. */
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
