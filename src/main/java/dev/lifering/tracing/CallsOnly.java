package dev.lifering.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Leaves out what follows no call: work in the background looks for more all the time, and each statement of it would be a
 * trace of its own.
 *
 * @param calls what decides about calls, and about what follows them
 */
record CallsOnly(Sampler calls) implements Sampler {

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        boolean isOfACall = kind == SpanKind.SERVER
                || Span.fromContext(parent).getSpanContext().isValid();
        return isOfACall ? calls.shouldSample(parent, traceId, name, kind, attributes, links) : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "CallsOnly{" + calls.getDescription() + "}";
    }
}
