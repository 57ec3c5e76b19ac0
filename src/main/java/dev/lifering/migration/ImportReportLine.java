package dev.lifering.migration;

import dev.lifering.problem.Problem;
import dev.lifering.problem.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of an import.
 *
 * @param line counted from 1, empty lines too; in a file that is no lines, the number of the user in it
 * @param id of the user, where the line could be read
 * @param authenticators what became of the authenticators in it; null when it has none
 * @param backupCodes how many unspent codes of the other product were taken into use; null for none
 * @param notImported what the user has in the other product that cannot come over; null when there is nothing
 */
@RegisterForReflection
@Schema(description = "What became of one line of an import.")
public record ImportReportLine(
        long line,
        @Nullable String id,
        ImportOutcome outcome,

        @Schema(description = "What became of the authenticators in it; absent when it has none.") @Nullable
        Authenticators authenticators,

        @Schema(
                description =
                        "How many of the backup codes that the user has from the other product were taken into use;"
                                + " absent for none.")
        @Nullable
        Integer backupCodes,

        @Schema(description = "What the user has there that cannot come over, such as webauthn.") @Nullable
        List<String> notImported,

        @Nullable Reason problem) {

    /**
     * What became of the authenticators of a line.
     *
     * @param bound how many are in use from now on
     * @param unchanged how many were in use already
     */
    @RegisterForReflection
    @Schema(name = "ImportedAuthenticators", description = "What became of the authenticators of a line.")
    public record Authenticators(int bound, int unchanged) {}

    /** Why a line was refused, in the words of a problem document. */
    @RegisterForReflection
    @Schema(name = "ImportProblem", description = "Why a line was refused, in the words of a problem document.")
    public record Reason(
            String type,
            String title,
            String detail,
            @Nullable List<Violation> violations) {

        static Reason of(Problem problem) {
            return new Reason(problem.type().urn(), problem.type().title(), problem.detail(), violations(problem));
        }

        private static @Nullable List<Violation> violations(Problem problem) {
            if (problem.members().get("violations") instanceof List<?> all) {
                return all.stream().map(Violation.class::cast).toList();
            }
            return null;
        }
    }

    static ImportReportLine refused(long line, @Nullable String id, Problem problem) {
        return new ImportReportLine(line, id, ImportOutcome.REFUSED, null, null, null, Reason.of(problem));
    }
}
