package dev.lifering.http;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * What the address and the headers of a request may be. The server below takes more, so that the refusal is a problem
 * document; what is larger still it cuts off.
 */
final class HeadLimit {
    private static final int LONGEST_ADDRESS = 8192;
    private static final int LARGEST_HEADERS = 16 * 1024;

    private HeadLimit() {}

    static Optional<Problem> refusal(HttpServerRequest request) {
        String address = request.uri();
        if (address.length() > LONGEST_ADDRESS) {
            return Optional.of(ProblemType.ADDRESS_TOO_LONG.because("The address is longer than this service takes."));
        }
        if (sizeOfHeaders(request) > LARGEST_HEADERS) {
            return Optional.of(
                    ProblemType.HEADERS_TOO_LARGE.because("The headers are larger than this service takes."));
        }
        if (request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            return Optional.of(ProblemType.UNAUTHENTICATED.because("There is more than one header Authorization."));
        }
        if (!isAddress(address)) {
            return Optional.of(ProblemType.MALFORMED_REQUEST.because("The address is no URI."));
        }
        return PathSegments.areExact(request.path())
                ? Optional.empty()
                : Optional.of(ProblemType.NOT_FOUND.because(
                        "No address here has a segment that is empty, '.' or '..', or a '/' at its end."));
    }

    private static int sizeOfHeaders(HttpServerRequest request) {
        int size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }

    /** RFC 3986; what breaks its syntax would be read differently by each layer. */
    private static boolean isAddress(String text) {
        return (text.chars().allMatch(HeadLimit::isPlain) && !text.startsWith("//")) || isUri(text);
    }

    /** Nearly every address consists of these, and needs no parser. */
    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '-' && character <= '9');
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
