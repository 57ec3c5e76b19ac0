package dev.lifering.http;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How large a body may be. Lines of NDJSON, and files of other products ({@code application/vnd.lifering.import}), are read piece
 * by piece, so their size is left to {@code quarkus.http.limits.max-body-size}; everything else is read as a whole and is
 * small by nature.
 */
@ApplicationScoped
class BodyLimit {
    private static final long SMALL = 64 * 1024;
    private static final Set<String> READ_BY_PIECES = Set.of("application/x-ndjson", "application/vnd.lifering.import");

    private final long large;

    BodyLimit(VertxHttpConfig http) {
        this.large = http.limits().maxBodySize().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    /** In bytes. */
    long of(@Nullable String contentType) {
        return isReadAsAWhole(contentType) ? Math.min(SMALL, large) : large;
    }

    /** The refusal of a body that is said to be too large, before any of it is read. */
    Optional<Problem> refusal(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean tooMuch = length != null && Long.parseLong(length) > of(request.getHeader(HttpHeaders.CONTENT_TYPE));
        return tooMuch ? Optional.of(exceeded()) : Optional.empty();
    }

    /** Whether such a body is read as a whole, and not line by line. */
    static boolean isReadAsAWhole(@Nullable String contentType) {
        return contentType == null
                || READ_BY_PIECES.stream().noneMatch(contentType.toLowerCase(Locale.ROOT)::startsWith);
    }

    static Problem exceeded() {
        return ProblemType.TOO_LARGE.because("The body is larger than this call takes.");
    }
}
