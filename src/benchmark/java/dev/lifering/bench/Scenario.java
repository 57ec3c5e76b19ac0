package dev.lifering.bench;

import io.vertx.core.Future;
import java.util.Optional;

/** One kind of work for the application. */
interface Scenario {

    /** Something that is begun now and counts as one, or as several where it is a bulk. */
    @FunctionalInterface
    interface Operation {
        Future<Long> start(Http http);
    }

    String name();

    /** Makes ready, outside the measured time, what about so many operations need. */
    default void prepare(int operations) throws Exception {}

    /** What to do next; empty where nobody is left to do it with. Called on one thread. */
    Optional<Operation> next();

    /** Waits, outside the measured time, until what the operations have set in motion has come to rest. */
    default void settle() throws Exception {}

    static Operation one(Call call) {
        return http -> http.send(call).map(1L);
    }
}
