package dev.lifering.runtime;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Takes the place of {@link EmbeddedDatabase} when a native image is built, so that the embedded server and its programs
 * stay out of it. The start-up check says the same earlier and better.
 */
@TargetClass(EmbeddedDatabase.class)
final class EmbeddedDatabaseInNativeImage {
    private EmbeddedDatabaseInNativeImage() {}

    @Substitute
    @SuppressWarnings("DoNotCallSuggester")
    static String url(DataDirectory data) {
        throw new ConfigurationException("The native image has no embedded PostgreSQL for " + data.root()
                + "; set quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL).");
    }
}
