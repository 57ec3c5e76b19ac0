package dev.lifering.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootDefaultsTest {
    @TempDir
    Path data;

    @Test
    void productionBringsNothing() {
        assertEquals(Set.of(), defaults(Map.of()).getPropertyNames());
    }

    @Test
    void theEmbeddedDatabaseBringsItsConnectionAndNoMore() {
        assertEquals(
                Set.of("quarkus.datasource.jdbc.url", "quarkus.datasource.username", "quarkus.datasource.password"),
                defaults(Map.of("lifering.database", "embedded")).getPropertyNames());
    }

    @Test
    void demoBringsKeysAndAnIssuer() {
        var defaults = defaults(Map.of("lifering.demo", "true"));
        assertEquals("https://demo.lifering.invalid", defaults.getValue("mp.jwt.verify.issuer"));
        assertEquals("lifering", defaults.getValue("mp.jwt.verify.audiences"));
        assertEquals(data.resolve("keys.json").toString(), defaults.getValue("lifering.keys.location"));
        assertTrue(Files.exists(data.resolve("keys.json")));
    }

    @Test
    void demoIsForThisMachineUnlessToldOtherwise() {
        assertEquals("localhost", defaults(Map.of("lifering.demo", "true")).getValue("quarkus.http.host"));
    }

    @Test
    void nothingIsMadeBeforeItIsAskedFor() {
        defaults(Map.of("lifering.demo", "true")).getPropertyNames();
        assertFalse(Files.exists(data.resolve("keys.json")) || Files.exists(data.resolve("postgres")));
    }

    @Test
    void demoLeavesWhatTheOperatorBroughtInstead() {
        var names = defaults(Map.of(
                        "lifering.demo", "true",
                        "lifering.keys.value", "{}",
                        "mp.jwt.verify.publickey", "{}",
                        "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/lifering"))
                .getPropertyNames();
        assertFalse(names.contains("lifering.keys.location"));
        assertFalse(names.contains("mp.jwt.verify.publickey.location"));
        assertFalse(names.contains("quarkus.datasource.password"));
    }

    private BootDefaults defaults(Map<String, String> set) {
        Settings settings = name -> name.equals("lifering.data-directory")
                ? Optional.of(data.toString())
                : Optional.ofNullable(set.get(name));
        return new BootDefaults(RunMode.of(settings), settings);
    }
}
