package dev.lifering.provisioning;

import dev.lifering.problem.Problem;
import dev.lifering.problem.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of an import.
 *
 * @param line counted from 1, empty lines too
 * @param id of the user, where the line could be read
 */
@RegisterForReflection
@Schema(description = "What became of one line of an import.")
public record ImportReportLine(
        long line,
        @Nullable String id,
        ImportOutcome outcome,
        @Nullable Reason problem) {

    /** Why a line was refused, in the words of a problem document. */
    @RegisterForReflection
    @Schema(name = "ImportProblem", description = "Why a line was refused, in the words of a problem document.")
    public record Reason(
            String type,
            String title,
            String detail,
            @Nullable List<Violation> violations) {

        static Reason of(Problem problem, @Nullable List<Violation> violations) {
            return new Reason(problem.type().urn(), problem.type().title(), problem.detail(), violations);
        }
    }

    static ImportReportLine kept(long line, String id, boolean created) {
        return new ImportReportLine(line, id, created ? ImportOutcome.CREATED : ImportOutcome.UPDATED, null);
    }

    static ImportReportLine refused(long line, @Nullable String id, Reason reason) {
        return new ImportReportLine(line, id, ImportOutcome.REFUSED, reason);
    }
}
