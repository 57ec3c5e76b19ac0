package dev.lifering.runtime;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one clock and the one source of randomness. Tests bring their own, which then win. */
@Dependent
class TimeAndChance {
    @Produces
    @Singleton
    @DefaultBean
    InstantSource time() {
        // PostgreSQL keeps microseconds; what is answered now and what is read later shall be the same.
        InstantSource system = InstantSource.system();
        return () -> system.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A bean and never a static: a static one would be seeded while a native image is built. */
    @Produces
    @Singleton
    @DefaultBean
    SecureRandom random() {
        return new SecureRandom();
    }
}
