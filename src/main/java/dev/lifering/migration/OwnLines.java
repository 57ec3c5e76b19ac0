package dev.lifering.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.http.json.UnreadableJson;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.Lines;
import dev.lifering.migration.format.Owner;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;

/** Reads users in the words of this API, one per line. */
@ApplicationScoped
class OwnLines implements Lines.LineReading {
    private final ObjectMapper json;
    private final Validator validator;

    OwnLines(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Override
    public List<Entry> read(long number, String line) {
        ImportedUser user = user(line);
        try {
            refuseInvalid(user);
            return List.of(new Entry.Found(number, new Owner.ById(user.id(), user.toDetails()), user.apps()));
        } catch (Problem refusal) {
            return List.of(new Entry.Refused(number, user.id(), refusal));
        }
    }

    private ImportedUser user(String line) {
        try {
            ImportedUser user = json.readValue(line, ImportedUser.class);
            if (user == null) {
                throw ProblemType.MALFORMED_REQUEST.because("The line must be an object.");
            }
            return user;
        } catch (JsonProcessingException unreadable) {
            throw UnreadableJson.problem(unreadable);
        }
    }

    private void refuseInvalid(ImportedUser user) {
        List<Violation> violations = validator.validate(user).stream()
                .map(broken -> new Violation(broken.getPropertyPath().toString(), broken.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID_REQUEST.because("A value breaks a rule.").violations(violations);
        }
    }
}
