package dev.lifering.runtime;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.PropertiesLocationConfigSourceFactory;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the operator, or application.properties, has set; what libraries bring by themselves does not count. */
@FunctionalInterface
interface Settings {

    /** The value of a setting, never blank. */
    Optional<String> get(String name);

    /** The names of what is set, where that is known. */
    default Set<String> names() {
        return Set.of();
    }

    default boolean has(String name) {
        return get(name).isPresent();
    }

    /** MicroProfile JWT 2.1 §9.2.1: NONE stands for no key; the Quarkus plugin passes it on to what it runs. */
    private static boolean isWordForNoKey(String name, String value) {
        return name.equals(StartUpCheck.JWT_KEY) && value.equals("NONE");
    }

    /** The settings that are known while the configuration of the application is put together. */
    static Settings of(ConfigSourceContext context) {
        var profiles = new ArrayList<>(context.getProfiles());
        Collections.reverse(profiles);
        var builder = new SmallRyeConfigBuilder()
                .withProfiles(profiles)
                .addDefaultInterceptors()
                .withSources(context.getConfigSources());
        // Files named by quarkus.config.locations come from another factory, which this context does not show.
        new PropertiesLocationConfigSourceFactory().getConfigSources(context).forEach(builder::withSources);
        var config = builder.build();
        return new Settings() {
            @Override
            public Optional<String> get(String name) {
                return Optional.of(config.getConfigValue(name))
                        .filter(value -> value.getConfigSourceOrdinal() > BootDefaults.ORDINAL)
                        .flatMap(value -> Optional.ofNullable(value.getValue()))
                        .filter(value -> !value.isBlank())
                        .filter(value -> !isWordForNoKey(name, value));
            }

            @Override
            public Set<String> names() {
                var names = new HashSet<String>();
                config.getPropertyNames().forEach(names::add);
                return names;
            }
        };
    }
}
