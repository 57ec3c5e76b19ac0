package dev.lifering.runtime;

import java.nio.file.Path;

/**
 * The way Lifering runs.
 *
 * @param demo to try it out: everything that is missing is made up
 * @param embedded PostgreSQL runs beside the service, in the data directory
 * @param data where the embedded database and generated keys lie
 */
record RunMode(boolean demo, boolean embedded, DataDirectory data) {
    static final String DEMO = "lifering.demo";
    static final String DATABASE = "lifering.database";
    static final String DATA_DIRECTORY = "lifering.data-directory";
    static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    static final String EMBEDDED = "embedded";

    /** Demo brings its own database, unless another one is named. */
    static RunMode of(Settings settings) {
        boolean demo = settings.get(DEMO).map(Boolean::parseBoolean).orElse(false);
        boolean embedded =
                settings.get(DATABASE).map(EMBEDDED::equals).orElseGet(() -> demo && !settings.has(JDBC_URL));
        var data = new DataDirectory(Path.of(settings.get(DATA_DIRECTORY).orElse("data")));
        return new RunMode(demo, embedded, data);
    }
}
