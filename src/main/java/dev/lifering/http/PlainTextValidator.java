package dev.lifering.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Decides {@link PlainText}. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {
    private int max;

    @Override
    public void initialize(PlainText constraint) {
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, @Nullable ConstraintValidatorContext context) {
        return text == null || isPlain(text.toString(), max);
    }

    static boolean isPlain(String text, int max) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= max
                && text.codePoints().allMatch(PlainTextValidator::isPlain);
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // Joiners belong to names and emoji; what turns the writing direction makes text lie about itself.
            case Character.FORMAT -> !isDirectionOverride(codePoint);
            default -> true;
        };
    }

    private static boolean isDirectionOverride(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
