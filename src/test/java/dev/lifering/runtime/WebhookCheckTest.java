package dev.lifering.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Endpoints that are set must be good ones; none needs to be set. */
class WebhookCheckTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, String> set = new HashMap<>();

    @Test
    void noneIsNeeded() {
        assertEquals(List.of(), flawed());
    }

    @Test
    void aCompleteEndpointStarts() {
        set.put("lifering.webhooks.crm.url", "https://crm.example.com/hook");
        set.put("lifering.webhooks.crm.secret", SECRET);
        assertEquals(List.of(), flawed());
        set.put("lifering.webhooks.crm.events", "recovery_link.*");
        assertEquals(List.of(), flawed());
    }

    @Test
    void eachSettingThatIsMissingOrWrongIsNamed() {
        set.put("lifering.webhooks.crm.events", "recovery-link.*");
        set.put("lifering.webhooks.orders.url", "http://orders.example.com/hook");
        set.put("lifering.webhooks.orders.secret", "whsec_MfKQ9r8GKYqr");
        set.put("lifering.webhooks.Mine.url", "https://crm.example.com/hook");
        set.put("lifering.webhooks.allow-private-targets", "yes");
        assertEquals(
                List.of(
                        "lifering.webhooks.allow-private-targets",
                        "lifering.webhooks.Mine.url",
                        "lifering.webhooks.crm.url",
                        "lifering.webhooks.crm.secret",
                        "lifering.webhooks.crm.events",
                        "lifering.webhooks.orders.url",
                        "lifering.webhooks.orders.secret"),
                flawed());
    }

    @Test
    void theMessageShowsNoSecret() {
        set.put("lifering.webhooks.crm.url", "https://user:hunter2@crm.example.com/hook");
        set.put("lifering.webhooks.crm.secret", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        String message = StartUpCheck.message(findings());
        assertFalse(message.contains("MfKQ") || message.contains("hunter2"), message);
    }

    @Test
    void plainHttpNeedsPermissionOrTheDemo() {
        set.put("lifering.webhooks.crm.url", "http://localhost:9000/hook");
        set.put("lifering.webhooks.crm.secret", SECRET);
        assertEquals(List.of("lifering.webhooks.crm.url"), flawed());
        set.put("lifering.webhooks.allow-private-targets", "true");
        assertEquals(List.of(), flawed());
        set.remove("lifering.webhooks.allow-private-targets");
        set.put("lifering.demo", "true");
        assertEquals(List.of(), flawed());
    }

    private List<String> flawed() {
        return findings().stream().map(Finding::property).toList();
    }

    private List<Finding> findings() {
        var settings = new Settings() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(set.get(name));
            }

            @Override
            public Set<String> names() {
                return set.keySet();
            }
        };
        return new WebhookCheck(settings, RunMode.of(settings)).findings();
    }
}
