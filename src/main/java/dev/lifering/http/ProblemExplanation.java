package dev.lifering.http;

import dev.lifering.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a problem type means and what to do about it. */
@Schema(description = "What a problem type means and what to do about it.")
record ProblemExplanation(
        @Schema(description = "The member `type` of the problem documents.")
        String type,

        @Schema(description = "The same in every occurrence.")
        String title,

        @Schema(description = "The HTTP status it travels under.")
        int status,

        @Schema(description = "What it means and what to do.")
        String explanation) {
    static ProblemExplanation of(ProblemType type) {
        return new ProblemExplanation(type.urn(), type.title(), type.status(), type.explanation());
    }
}
