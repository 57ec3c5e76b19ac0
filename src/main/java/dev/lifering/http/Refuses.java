package dev.lifering.http;

import dev.lifering.problem.ProblemType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the problems that a resource method may answer with, beyond the common ones; they go into the OpenAPI document.
 *
 * <p>Common, and not to be named: {@code malformed-request}, {@code invalid-request}, {@code too-large} and
 * {@code unsupported-media-type} where the method takes input, {@code unauthenticated} and {@code forbidden} where it
 * demands a role, {@code not-acceptable} where it answers with a body, {@code internal-error}, {@code unavailable}
 * and {@code overloaded}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {
    ProblemType[] value();
}
