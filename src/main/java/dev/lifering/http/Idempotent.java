package dev.lifering.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that takes the header {@code Idempotency-Key}: a request that comes again with the same key and body
 * changes nothing and gets the first answer. Every POST that changes something has it.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {
    /** The header, as the IETF draft {@code draft-ietf-httpapi-idempotency-key-header} names it. */
    String HEADER = "Idempotency-Key";
}
