package dev.lifering.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a run mode brings, made when they are asked for: asking for the JDBC URL starts PostgreSQL. Whatever
 * the operator or application.properties sets wins.
 */
final class BootDefaults implements ConfigSource {
    /**
     * Below application.properties (250), above what the JWT extension makes up for development and tests (240): it
     * would expect another issuer.
     */
    static final int ORDINAL = 245;

    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();

    BootDefaults(RunMode mode, Settings settings) {
        if (mode.demo()) {
            addDemo(mode, settings);
        }
        if (mode.embedded()) {
            values.put(RunMode.JDBC_URL, () -> EmbeddedDatabase.url(mode.data()));
            values.put(StartUpCheck.DATABASE_USER, () -> EmbeddedDatabase.USER);
            values.put("quarkus.datasource.password", () -> EmbeddedDatabase.password(mode.data()));
        }
    }

    private void addDemo(RunMode mode, Settings settings) {
        var keys = new DemoKeys(mode.data());
        if (!settings.has(StartUpCheck.KEYS_VALUE)) {
            values.put(StartUpCheck.KEYS_LOCATION, () -> keys.keySet().toString());
        }
        if (!settings.has(StartUpCheck.JWT_KEY)) {
            values.put(
                    StartUpCheck.JWT_KEY_LOCATION, () -> keys.issuerPublicKey().toString());
        }
        values.put(StartUpCheck.JWT_ISSUER, () -> "https://demo.lifering.invalid");
        values.put(StartUpCheck.JWT_AUDIENCES, () -> "lifering");
        values.put("lifering.demo-issuer.key-location", () -> keys.issuerKey().toString());
        values.put("lifering.mail.capture", () -> "true");
        // Whoever reaches it may sign in as anybody.
        values.put("quarkus.http.host", () -> "localhost");
        values.put(StartUpCheck.MAIL_FROM, () -> "lifering@localhost");
        String port = settings.get("quarkus.http.port").orElse("8080");
        values.put(StartUpCheck.LINK_URL, () -> "http://localhost:" + port + "/console/recover");
        // Long enough to press the button that stops it, short enough to wait for.
        values.put("lifering.support.waiting-time", () -> "PT20S");
        values.put("quarkus.log.console.json.enabled", () -> "false");
    }

    @Override
    public @Nullable String getValue(String name) {
        var value = values.get(name);
        return value == null ? null : value.get();
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getName() {
        return "Lifering run mode";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
