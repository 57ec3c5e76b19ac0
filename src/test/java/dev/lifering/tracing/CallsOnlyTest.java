package dev.lifering.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Traces follow calls; what decides about those is the operator's. */
class CallsOnlyTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @ParameterizedTest
    @MethodSource
    void whatFollowsNoCallIsLeftOut(Sampler calls, Context parent, SpanKind kind, SamplingDecision expected) {
        assertEquals(
                expected,
                new CallsOnly(calls)
                        .shouldSample(parent, TRACE, "name", kind, Attributes.empty(), List.of())
                        .getDecision());
    }

    static Stream<Arguments> whatFollowsNoCallIsLeftOut() {
        Context nothing = Context.root();
        Context call = nothing.with(Span.wrap(
                SpanContext.create(TRACE, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault())));
        return Stream.of(
                arguments(Sampler.alwaysOn(), nothing, SpanKind.SERVER, SamplingDecision.RECORD_AND_SAMPLE),
                arguments(Sampler.alwaysOn(), call, SpanKind.SERVER, SamplingDecision.RECORD_AND_SAMPLE),
                arguments(Sampler.alwaysOn(), call, SpanKind.CLIENT, SamplingDecision.RECORD_AND_SAMPLE),
                arguments(Sampler.alwaysOn(), nothing, SpanKind.CLIENT, SamplingDecision.DROP),
                arguments(Sampler.alwaysOn(), nothing, SpanKind.INTERNAL, SamplingDecision.DROP),
                arguments(Sampler.alwaysOff(), nothing, SpanKind.SERVER, SamplingDecision.DROP),
                arguments(Sampler.alwaysOff(), call, SpanKind.CLIENT, SamplingDecision.DROP));
    }

    @Test
    void itSaysWhatItRestsOn() {
        assertEquals("CallsOnly{AlwaysOnSampler}", new CallsOnly(Sampler.alwaysOn()).getDescription());
    }
}
