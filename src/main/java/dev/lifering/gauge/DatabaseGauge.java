package dev.lifering.gauge;

import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.Set;

/** A gauge whose values are in the database. Every bean of this type is read again and again by each replica. */
public interface DatabaseGauge {

    /** The name of the metric. */
    String metric();

    /** What its number means. */
    String description();

    /** The labels of each number, as they stay while the replica runs; a single number has none. No number, no reading. */
    default Set<Tags> series() {
        return Set.of(Tags.empty());
    }

    /** Reads the numbers, in a transaction of its own if it needs one; what is left out is 0. May take long, and may fail. */
    Map<Tags, Double> read();
}
