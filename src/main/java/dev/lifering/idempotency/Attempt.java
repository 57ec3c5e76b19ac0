package dev.lifering.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.problem.Problem;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of a resource method, which may end with a refusal. */
final class Attempt {
    private final InvocationContext call;
    private final Function<@Nullable Object, FirstAnswer> reading;
    private final ObjectMapper json;
    private @Nullable Object result;
    private @Nullable Problem refusal;

    /** @param reading what the result of the method comes to as an answer */
    Attempt(InvocationContext call, Function<@Nullable Object, FirstAnswer> reading, ObjectMapper json) {
        this.call = call;
        this.reading = reading;
        this.json = json;
    }

    /** Runs it. What is our fault is thrown, since it is no answer to keep. */
    FirstAnswer run() {
        try {
            result = call.proceed();
            return reading.apply(result);
        } catch (Problem problem) {
            if (problem.type().status() >= 500) {
                throw problem;
            }
            refusal = problem;
            return refused(problem);
        } catch (RuntimeException unforeseen) {
            throw unforeseen;
        } catch (Exception checked) {
            throw new IllegalStateException("a resource method threw what it does not declare", checked);
        }
    }

    /** What the method gave back, or threw. */
    @Nullable
    Object outcome() {
        if (refusal != null) {
            throw refusal;
        }
        return result;
    }

    private FirstAnswer refused(Problem problem) {
        var body = json.createObjectNode();
        body.put("type", problem.type().slug());
        body.put("detail", problem.detail());
        body.set("members", json.valueToTree(problem.members()));
        return new FirstAnswer(problem.type().status(), Map.of(), body);
    }
}
