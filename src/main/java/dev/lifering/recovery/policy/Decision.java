package dev.lifering.recovery.policy;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RecoveryPolicy} decides.
 *
 * @param because why not; null when it is allowed
 */
public record Decision(@Nullable ProblemType because) {
    static final Decision ALLOWED = new Decision(null);

    static Decision refused(ProblemType because) {
        return new Decision(because);
    }

    public boolean allowed() {
        return because == null;
    }

    /** Why not; empty when it is allowed. */
    public Optional<ProblemType> refusal() {
        return Optional.ofNullable(because);
    }

    /** The refusal in the words of this occurrence; empty when it is allowed. */
    public Optional<Problem> problem() {
        return refusal().map(type -> type.because(detail(type)));
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case RESELLER_CANNOT_RESET ->
                "Resellers cannot reset MFA for their customers. Ask an administrator of the account itself, or contact"
                        + " Support.";
            case CANNOT_RECOVER_YOURSELF -> "Ask another administrator of your account, or contact Support.";
            case NOT_FOUND -> "No user that you may recover has this id in this account.";
            case USER_INACTIVE -> "This user is switched off.";
            case MANAGED_BY_SSO -> "The second factor of this user is managed by an identity provider.";
            case NOT_ENROLLED -> "This user has no second factor that could be recovered.";
            case ADMINISTRATOR_AVAILABLE -> "Another administrator of the account is able to send a recovery link.";
            default -> "Only an administrator of the user's own account may do this.";
        };
    }
}
