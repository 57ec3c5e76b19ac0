package dev.lifering.migration.product;

import dev.lifering.directory.PersonDetails;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What another product says about a user who is not there yet. What would not be taken from the platform is left out; the
 * roles of other products mean nothing here.
 */
record ForeignPerson(
        @Nullable String email,
        @Nullable String name,
        @Nullable String locale,
        boolean active) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\\p{Cntrl}]+@[^\\s@<>\\p{Cntrl}]+");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}");
    private static final int LONGEST_EMAIL = 320;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TAG = 35;

    PersonDetails toDetails() {
        return new PersonDetails(
                Json.atMost(LONGEST_EMAIL, email != null && EMAIL.matcher(email).matches() ? email : null),
                Json.atMost(LONGEST_NAME, name == null ? null : onOneLine(name)),
                Json.atMost(
                        LONGEST_TAG,
                        locale != null && LANGUAGE_TAG.matcher(locale).matches() ? locale.replace('_', '-') : null),
                false,
                active,
                false);
    }

    /** Both names, or the one there is. */
    static @Nullable String name(@Nullable String first, @Nullable String last) {
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return first + " " + last;
    }

    private static @Nullable String onOneLine(String name) {
        String plain =
                name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ").strip();
        return plain.isEmpty() ? null : plain;
    }

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "ForeignPerson[active=" + active + "]";
    }
}
