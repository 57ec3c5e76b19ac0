package dev.lifering.runtime;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** The one clock and the one source of randomness. Tests bring their own, which then win. */
@Dependent
class TimeAndChance {
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    @DefaultBean
    InstantSource time() {
        // PostgreSQL keeps microseconds; what is answered now and what is read later shall be the same.
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    /** A bean and never a static: a static one would be seeded while a native image is built. */
    @Produces
    @Singleton
    @DefaultBean
    SecureRandom random() {
        return new SecureRandom();
    }
}
