package dev.lifering.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.access.Actor;
import dev.lifering.access.Callers;
import dev.lifering.http.Idempotent;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Stands around resource methods, after authorisation and validation, and looks for the header. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class IdempotencyFilter {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final IdempotencyService answers;
    private final CurrentVertxRequest current;
    private final Callers callers;
    private final ObjectMapper json;

    IdempotencyFilter(IdempotencyService answers, CurrentVertxRequest current, Callers callers, ObjectMapper json) {
        this.answers = answers;
        this.current = current;
        this.callers = callers;
        this.json = json;
    }

    @AroundInvoke
    @Nullable
    Object answerOnce(InvocationContext call) throws Exception {
        HttpServerRequest request = current.getCurrent().request();
        List<String> keys = request.headers().getAll(Idempotent.HEADER);
        if (keys.isEmpty()) {
            return call.proceed();
        }
        var keyed = RequestKey.of(caller(), request.method() + " " + request.uri(), usable(keys), body(call));
        var attempt = new Attempt(call, result -> answer(call, result), json);
        Optional<FirstAnswer> earlier = answers.once(keyed, attempt);
        if (earlier.isEmpty()) {
            return attempt.outcome();
        }
        throw earlier.get().isRefusal() ? refusal(earlier.get()) : new RepeatedAnswer(earlier.get());
    }

    private static String usable(List<String> keys) {
        if (keys.size() == 1 && KEY.matcher(keys.get(0)).matches()) {
            return keys.get(0);
        }
        throw ProblemType.INVALID_REQUEST
                .because("The header Idempotency-Key cannot be used.")
                .violations(List.of(
                        new Violation(Idempotent.HEADER, "is sent once, with 1 to 255 visible ASCII characters")));
    }

    /** A token with other rights is another caller. */
    private String caller() {
        if (callers.isAnonymous()) {
            return "";
        }
        Actor actor = callers.actor();
        return String.join(
                "\n",
                actor.id(),
                actor.accountId().orElse(""),
                String.valueOf(actor.reseller()),
                new TreeSet<>(actor.roles()).toString());
    }

    /** What the call was given besides its address: the body, as it was understood. */
    private byte[] body(InvocationContext call) {
        try {
            return json.writeValueAsBytes(Arrays.stream(call.getParameters())
                    .filter(Objects::nonNull)
                    .filter(Record.class::isInstance)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was read cannot be written", e);
        }
    }

    private FirstAnswer answer(InvocationContext call, @Nullable Object result) {
        if (result instanceof RestResponse<?> response) {
            var headers = new LinkedHashMap<String, String>();
            response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new FirstAnswer(response.getStatus(), headers, tree(response.getEntity()));
        }
        ResponseStatus stated = call.getMethod().getAnnotation(ResponseStatus.class);
        int usual = result == null ? 204 : 200;
        return new FirstAnswer(stated == null ? usual : stated.value(), Map.of(), tree(result));
    }

    private @Nullable JsonNode tree(@Nullable Object entity) {
        return entity == null ? null : json.valueToTree(entity);
    }

    private Problem refusal(FirstAnswer earlier) {
        JsonNode told = Objects.requireNonNull(earlier.body(), "a refusal says what it is");
        ProblemType type = ProblemType.bySlug(told.get("type").textValue())
                .orElseThrow(() -> new IllegalStateException("a kept refusal is of no known type"));
        return type.because(told.get("detail").textValue()).members(json.convertValue(told.get("members"), MEMBERS));
    }
}
