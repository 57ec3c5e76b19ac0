package dev.lifering.migration.format;

import dev.lifering.directory.PersonDetails;
import dev.lifering.http.ExternalId;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose second factor it is. */
public sealed interface Owner {

    /**
     * The user with exactly this id.
     *
     * @param details what the file says about him; null when it says nothing
     */
    record ById(String id, @Nullable PersonDetails details) implements Owner {
        private static final Pattern ID = Pattern.compile(ExternalId.NEW);

        public ById {
            if (!ID.matcher(id).matches()) {
                String rule = "must be 1 to 255 characters of A-Z a-z 0-9 . _ : @ | -, other than . and ..";
                throw ProblemType.INVALID_REQUEST
                        .because("The id of the user cannot be an id here.")
                        .violations(List.of(new Violation("id", rule)));
            }
        }
    }

    /** The one user of the account who has the first of these names that anybody has, as his id or as his address. */
    record Named(List<String> names) implements Owner {
        public Named {
            names = List.copyOf(names);
        }
    }
}
