package dev.lifering.overview;

import dev.lifering.factor.Method;
import dev.lifering.factor.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a login of the user needs.
 *
 * @param enrolBy until when the user may go without a second factor; null unless he has to set one up
 * @param methods by which he can prove it now; none while there is nothing to prove, or nothing left to prove it with
 * @param stepUpAfter how old a proof may be when he does something sensitive
 */
@Schema(name = "LoginDemands", description = "What a login of the user needs, by the policy of the account.")
public record DemandsView(
        @Schema(
                description =
                        "required: ask for a code. enrolment_required: let the user do nothing but set up a second"
                                + " factor. enrolment_due: remind him to, enrolBy says by when. none: the first factor will do.")
        LoginDemand secondFactor,

        @Schema(description = "Until when the user may go without; only where he has to set up a second factor.")
        @Nullable
        Instant enrolBy,

        @Schema(
                description =
                        "What he can prove it with; empty when only a recovery helps, or nothing is to be proved.")
        List<Method> methods,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "How old auth_time of an assertion may be when the user does something sensitive; ask for"
                        + " another code then.")
        Duration stepUpAfter) {

    public DemandsView {
        methods = List.copyOf(methods);
    }

    static DemandsView ofEnrolled(Status status, boolean hasBackupCodes, Duration stepUpAfter) {
        var methods = new ArrayList<Method>();
        if (status == Status.ENABLED) {
            methods.add(Method.TOTP);
        }
        if (hasBackupCodes) {
            methods.add(Method.BACKUP_CODE);
        }
        return new DemandsView(LoginDemand.REQUIRED, null, methods, stepUpAfter);
    }

    /** Of a user without a second factor, who need not set one up when there is no moment. */
    static DemandsView ofNotEnrolled(@Nullable Instant enrolBy, Instant now, Duration stepUpAfter) {
        LoginDemand demand = LoginDemand.NONE;
        if (enrolBy != null) {
            demand = now.isBefore(enrolBy) ? LoginDemand.ENROLMENT_DUE : LoginDemand.ENROLMENT_REQUIRED;
        }
        return new DemandsView(demand, enrolBy, List.of(), stepUpAfter);
    }
}
