package dev.lifering.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The endpoints that the operator has set. */
@ApplicationScoped
class ConfiguredEndpoints implements Endpoints {
    private final List<Endpoint> endpoints;

    ConfiguredEndpoints(WebhooksConfig config) {
        this.endpoints = config.endpoints().entrySet().stream()
                .map(entry -> EndpointSettings.endpoint(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public List<Endpoint> all() {
        return endpoints;
    }
}
