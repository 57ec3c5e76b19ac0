package dev.lifering.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text is an id that the platform gave to an account or a user: 1 to 255 characters of
 * {@code A-Z a-z 0-9 . _ : @ | -}. Null is valid.
 */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = ExternalId.PATTERN)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface ExternalId {
    /** What an id looks like, as a regular expression for the whole text. */
    String PATTERN = "[A-Za-z0-9._:@|-]{1,255}";

    /**
     * What an id looks like that Lifering comes to know in another way than by its address, in which {@code .} and
     * {@code ..} cannot stand.
     */
    String NEW = "(?!\\.\\.?$)" + PATTERN;

    String message() default "must be 1 to 255 characters of A-Z a-z 0-9 . _ : @ | -";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
