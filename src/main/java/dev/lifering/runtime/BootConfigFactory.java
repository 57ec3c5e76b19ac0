package dev.lifering.runtime;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Runs when the configuration of the starting application is put together, before anything connects: refuses to start
 * with settings that are missing or weak, and brings the defaults of the run mode.
 */
public final class BootConfigFactory implements ConfigSourceFactory {
    /** What Quarkus calls the settings it recorded at build time; only the configuration of a running service has them. */
    private static final String RECORDED_AT_BUILD_TIME = "Runtime Values";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!isRunTime(context)) {
            // The build looks for config sources too, asks them for all they have, and records the answers.
            return List.of();
        }
        var settings = Settings.of(context);
        var findings = new StartUpCheck(settings, ImageMode.current() == ImageMode.JVM).findings();
        if (!findings.isEmpty()) {
            // Quarkus prints the message of this exception without a stack trace, and exits with 1.
            throw new ConfigurationException(StartUpCheck.message(findings));
        }
        return List.of(new BootDefaults(RunMode.of(settings), settings));
    }

    private static boolean isRunTime(ConfigSourceContext context) {
        return context.getConfigSources().stream()
                .anyMatch(source -> source.getName().equals(RECORDED_AT_BUILD_TIME));
    }
}
