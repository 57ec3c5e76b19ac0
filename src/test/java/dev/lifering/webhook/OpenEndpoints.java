package dev.lifering.webhook;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The endpoints that a test sets, in place of an operator: their addresses are not known before it runs. */
@Alternative
@Priority(1)
@Singleton
public class OpenEndpoints implements Endpoints {
    private final List<Endpoint> open = new CopyOnWriteArrayList<>();

    @Override
    public List<Endpoint> all() {
        return open;
    }

    public Endpoint open(Endpoint endpoint) {
        open.add(endpoint);
        return endpoint;
    }

    public void closeAll() {
        open.clear();
    }
}
