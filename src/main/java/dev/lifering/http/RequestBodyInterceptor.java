package dev.lifering.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lifering.http.json.UnreadableJson;
import dev.lifering.http.json.Utf8;
import dev.lifering.problem.ProblemType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies within {@link BodyLimit} and turns what is unreadable into a refusal. Done here and not in a mapper, as
 * only here a JSON error is known to be the client's.
 */
@Provider
public class RequestBodyInterceptor implements ReaderInterceptor {
    private final BodyLimit limit;

    RequestBodyInterceptor(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        String type = context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        var limited = new LimitedBody(context.getInputStream(), limit.of(type));
        InputStream body = BodyLimit.isReadAsAWhole(type) ? whole(limited, context) : peeked(limited);
        if (body == null) {
            return null; // whether that is allowed is for the constraints of the method
        }
        context.setInputStream(body);
        try {
            return context.proceed();
        } catch (IOException | RuntimeException e) {
            throw limited.isExceeded() ? BodyLimit.exceeded() : refusal(e);
        }
    }

    /** A length that is known spares the buffer for an unknown one, which is far larger than most bodies. */
    private static @Nullable InputStream whole(InputStream limited, ReaderInterceptorContext context)
            throws IOException {
        String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        byte[] bytes = length == null ? limited.readAllBytes() : limited.readNBytes(Integer.parseInt(length));
        if (!Utf8.isText(bytes)) {
            throw ProblemType.MALFORMED_REQUEST.because("The body is not in UTF-8.");
        }
        return bytes.length == 0 ? null : new ByteArrayInputStream(bytes);
    }

    private static @Nullable InputStream peeked(InputStream limited) throws IOException {
        var body = new PushbackInputStream(limited);
        int first = body.read();
        if (first < 0) {
            return null;
        }
        body.unread(first);
        return body;
    }

    private static RuntimeException refusal(Exception unreadable) {
        Throwable cause = unreadable instanceof WebApplicationException ? unreadable.getCause() : unreadable;
        if (cause instanceof JsonProcessingException json) {
            return UnreadableJson.problem(json);
        }
        return unreadable instanceof RuntimeException runtime
                ? runtime
                : ProblemType.MALFORMED_REQUEST.because("The body cannot be read.");
    }
}
