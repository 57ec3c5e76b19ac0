package dev.lifering.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Directory;
import dev.lifering.http.json.UnreadableJson;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import dev.lifering.provisioning.ImportReportLine.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts users line by line and reports line by line, so that neither side has to hold the whole. */
@ApplicationScoped
class UserImport {
    private static final int LONGEST_LINE = 16 * 1024;

    private final UserProvisioning users;
    private final Directory directory;
    private final ObjectMapper json;
    private final Validator validator;

    UserImport(UserProvisioning users, Directory directory, ObjectMapper json, Validator validator) {
        this.users = users;
        this.directory = directory;
        this.json = json;
        this.validator = validator;
    }

    void refuseUnknown(String accountId) {
        if (directory.account(accountId).isEmpty()) {
            throw ProblemType.ACCOUNT_UNKNOWN.because("Provision the account first.");
        }
    }

    /** Reads to the end. A line that is refused does not hold up the ones after it. */
    void run(String accountId, InputStream lines, OutputStream report, Doer doer) throws IOException {
        var reader = new LineReader(lines, LONGEST_LINE);
        long number = 0;
        for (Optional<LineReader.Line> line = reader.next(); line.isPresent(); line = reader.next()) {
            number++;
            if (!line.get().text().isBlank()) {
                report.write(json.writeValueAsBytes(put(accountId, number, line.get(), doer)));
                report.write('\n');
            }
        }
    }

    private ImportReportLine put(String accountId, long number, LineReader.Line line, Doer doer) {
        ImportedUser user = null;
        try {
            user = read(line);
            List<Violation> violations = violations(user);
            if (!violations.isEmpty()) {
                Problem invalid = ProblemType.INVALID_REQUEST.because("A value breaks a rule.");
                return ImportReportLine.refused(number, idOf(user), Reason.of(invalid, violations));
            }
            return ImportReportLine.kept(number, user.id(), users.put(accountId, user.id(), user.toDetails(), doer));
        } catch (Problem refusal) {
            return ImportReportLine.refused(number, idOf(user), Reason.of(refusal, null));
        }
    }

    private ImportedUser read(LineReader.Line line) {
        if (!line.complete()) {
            throw ProblemType.TOO_LARGE.because("The line is longer than " + LONGEST_LINE + " bytes.");
        }
        if (!line.inUtf8()) {
            throw ProblemType.MALFORMED_REQUEST.because("The line is not in UTF-8.");
        }
        try {
            ImportedUser user = json.readValue(line.text(), ImportedUser.class);
            if (user == null) {
                throw ProblemType.MALFORMED_REQUEST.because("The line must be an object.");
            }
            return user;
        } catch (JsonProcessingException unreadable) {
            throw UnreadableJson.problem(unreadable);
        }
    }

    private List<Violation> violations(ImportedUser user) {
        return validator.validate(user).stream()
                .map(broken -> new Violation(broken.getPropertyPath().toString(), broken.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }

    private static @Nullable String idOf(@Nullable ImportedUser user) {
        return user == null ? null : user.id();
    }
}
