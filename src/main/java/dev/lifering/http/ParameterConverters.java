package dev.lifering.http;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters: enums in snake_case, and {@code invalid-request} for what does not fit, where JAX-RS would say
 * 404. Path parameters are left to JAX-RS, for there a wrong value does name nothing.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // the function returned for a type makes that type
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .flatMap(name -> Optional.ofNullable(reading(type))
                        .map(reading -> (ParamConverter<T>) new Converter<>(name, reading)))
                .orElse(null);
    }

    private static @Nullable Reading<?> reading(Class<?> type) {
        if (type.isEnum()) {
            return enumReading(type);
        }
        if (type == Integer.class || type == int.class) {
            return new Reading<>("must be a whole number", Integer::valueOf);
        }
        if (type == Boolean.class) {
            return new Reading<>("must be true or false", ParameterConverters::truth);
        }
        if (type == UUID.class) {
            return new Reading<>("must be a UUID", UUID::fromString);
        }
        if (type == Instant.class) {
            return new Reading<>(
                    "must be an RFC 3339 instant such as 2026-01-31T08:00:00Z", ParameterConverters::moment);
        }
        return null;
    }

    private static Reading<Object> enumReading(Class<?> type) {
        var constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT),
                        constant -> (Object) constant,
                        (one, other) -> one,
                        LinkedHashMap::new));
        return new Reading<>("must be one of " + String.join(", ", constants.keySet()), text -> {
            Object constant = constants.get(text);
            if (constant == null) {
                throw new IllegalArgumentException("unknown constant");
            }
            return constant;
        });
    }

    /** The JDK would take anything but "true" for false. */
    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    /** RFC 3339 §5.6: a year has four digits. The JDK takes more, with a sign, and reckons with them as far as it can. */
    private static Instant moment(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new IllegalArgumentException("a year beyond four digits");
        }
        return Instant.parse(text);
    }

    /** How a type is read, and the rule to quote when it cannot be. */
    private record Reading<T>(String rule, Function<String, T> parse) {}

    private record Converter<T>(String name, Reading<T> reading) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return reading.parse().apply(text);
            } catch (RuntimeException e) {
                // Only an exception of JAX-RS comes through the framework as it is.
                throw new BadRequestException(refusal());
            }
        }

        private Problem refusal() {
            return ProblemType.INVALID_REQUEST
                    .because(name + " " + reading.rule() + ".")
                    .violations(List.of(new Violation(name, reading.rule())));
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value).toLowerCase(Locale.ROOT);
        }
    }
}
