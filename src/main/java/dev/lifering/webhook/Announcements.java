package dev.lifering.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.audit.AuditReading;
import dev.lifering.audit.RecordedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Facts in the words in which others are told of them, always read anew: whoever is erased meanwhile is in none of them. */
@ApplicationScoped
public class Announcements {
    private final AuditReading audit;
    private final ObjectMapper json;
    private final String source;

    Announcements(AuditReading audit, ObjectMapper json, SourceConfig config) {
        this.audit = audit;
        this.json = json;
        this.source = source(config.issuer());
    }

    /** The bodies of these events, by their ids; without those that are not kept any more. */
    public Map<UUID, String> of(Collection<UUID> events) {
        return audit.recorded(events).stream()
                .collect(Collectors.toMap(event -> event.view().id(), this::body));
    }

    private String body(RecordedEvent event) {
        try {
            return json.writeValueAsString(CloudEvent.of(event, source));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact cannot be written", e);
        }
    }

    /** CloudEvents 1.0.2 §3.1.1: a URI reference. */
    private static String source(String issuer) {
        try {
            return URI.create(issuer).toString();
        } catch (IllegalArgumentException notOne) {
            return "urn:lifering:" + URLEncoder.encode(issuer, StandardCharsets.UTF_8);
        }
    }
}
