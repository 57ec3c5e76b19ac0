package dev.lifering.webhook;

import dev.lifering.audit.Deed;
import dev.lifering.crypto.Secret;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Somebody outside who is told of facts.
 *
 * @param name what the operator calls it
 * @param secrets each signs every message, so that a receiver may change to another one at his leisure
 * @param deeds what it is told of
 */
public record Endpoint(String name, URI url, List<Secret> secrets, Set<Deed> deeds) {

    public Endpoint {
        secrets = List.copyOf(secrets);
        deeds = Set.copyOf(deeds);
    }

    public boolean wants(Deed deed) {
        return deeds.contains(deed);
    }

    /** The address may hold what only the receiver should know. */
    @Override
    public String toString() {
        return "Endpoint[" + name + "]";
    }
}
