package dev.lifering.webhook;

import java.util.List;
import java.util.Optional;

/** Everybody outside who is told of facts. */
public interface Endpoints {

    List<Endpoint> all();

    default Optional<Endpoint> named(String name) {
        return all().stream().filter(endpoint -> endpoint.name().equals(name)).findFirst();
    }
}
