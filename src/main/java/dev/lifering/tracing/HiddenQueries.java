package dev.lifering.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what was searched for out of traces: it may be somebody's name or e-mail address. */
@ApplicationScoped
class HiddenQueries implements SpanProcessor {
    /** OpenTelemetry's convention for the part of an address behind the question mark. */
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

    private static final String HIDDEN = "…";

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getAttribute(QUERY) != null) {
            span.setAttribute(QUERY, HIDDEN);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
