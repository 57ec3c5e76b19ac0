package dev.lifering.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every refusal that Lifering gives, with the HTTP status it travels under and the words that explain it.
 *
 * <p>Wrong, used and unknown codes share one entry on purpose: only the audit trail knows which it was.
 */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "The request could not be read"),
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid token is required"),
    FORBIDDEN("forbidden", 403, "This token may not do that"),
    ACCOUNT_CLAIM_MISSING("account-claim-missing", 403, "The token names no account"),
    SECOND_FACTOR_REQUIRED("second-factor-required", 403, "A fresh second factor is required"),
    RECOVERY_SESSION_INVALID("recovery-session-invalid", 403, "The recovery session is not live"),
    RESELLER_CANNOT_RESET("reseller-cannot-reset", 403, "Resellers cannot reset the second factor of their customers"),
    CANNOT_RECOVER_YOURSELF("cannot-recover-yourself", 403, "Nobody recovers himself"),
    LINK_OF_ANOTHER_USER("link-of-another-user", 403, "The recovery link is for somebody else"),
    SECOND_AGENT_REQUIRED("second-agent-required", 403, "Another agent must approve"),
    NOT_FOUND("not-found", 404, "There is no such thing here"),
    ACCOUNT_UNKNOWN("account-unknown", 404, "The account is not known"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The address does not take this method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No such representation"),
    ALREADY_ELSEWHERE("already-elsewhere", 409, "The user belongs to another account"),
    ACCOUNT_HAS_CUSTOMERS("account-has-customers", 409, "The reseller still has customers"),
    RESELLER_UNKNOWN("reseller-unknown", 409, "The reseller is not known"),
    USER_NOT_PROVISIONED("user-not-provisioned", 409, "The user cannot be created from this token"),
    USER_INACTIVE("user-inactive", 409, "The user is not active"),
    MANAGED_BY_SSO("managed-by-sso", 409, "The second factor is managed elsewhere"),
    NOT_ENROLLED("not-enrolled", 409, "The user has no second factor"),
    EMAIL_MISSING("email-missing", 409, "The user has no e-mail address"),
    LINK_NOT_LIVE("link-not-live", 409, "The recovery link is not live"),
    UNDO_OVER("undo-over", 409, "The reset cannot be undone any more"),
    ADMINISTRATOR_AVAILABLE("administrator-available", 409, "An administrator of the account can help"),
    CASE_ALREADY_OPEN("case-already-open", 409, "There is a support case for this user already"),
    CASE_NOT_OPEN("case-not-open", 409, "The support case does not allow that any more"),
    IDENTITY_CHECKS_MISSING("identity-checks-missing", 409, "The identity has not been established"),
    ENROLMENT_OVER("enrolment-over", 409, "The enrolment is over"),
    TOO_MANY_AUTHENTICATORS("too-many-authenticators", 409, "No further authenticator may be added"),
    LAST_FACTOR("last-factor", 409, "That would lock the user out"),
    SET_NOT_PENDING("set-not-pending", 409, "The backup codes do not wait for an acknowledgement"),
    MANDATORY("mandatory", 409, "The account demands a second factor"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    ADDRESS_TOO_LONG("address-too-long", 414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type is not supported"),
    CODE_REJECTED("code-rejected", 422, "The code is not accepted"),
    CODE_MALFORMED("code-malformed", 422, "The code has a typing error"),
    DEVICE_REJECTED("device-rejected", 422, "The device is not trusted"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The key belongs to another request"),
    PROOF_REQUIRED("proof-required", 422, "One of the new codes must be typed back"),
    LOCKED("locked", 429, "Too many wrong codes"),
    TOO_MANY_LINKS("too-many-links", 429, "Too many recovery links"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    UNAVAILABLE("unavailable", 503, "Not available right now"),
    OVERLOADED("overloaded", 503, "Too much to do right now");

    /** What {@code type} starts with in every problem document. */
    public static final String URN_PREFIX = "urn:lifering:problem:";

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The stable name, in kebab-case: the end of {@link #urn()} and of the page {@code /problems/<name>}. */
    public String slug() {
        return slug;
    }

    /** The value of the member {@code type}. */
    public String urn() {
        return URN_PREFIX + slug;
    }

    /** The HTTP status the problem travels under. */
    public int status() {
        return status;
    }

    /** One short sentence, the same in every occurrence. */
    public String title() {
        return title;
    }

    /** What it means and what to do about it, for the page that explains the problem. */
    public String explanation() {
        return ProblemExplanations.of(this);
    }

    /**
     * A refusal of this type, to be thrown.
     *
     * @param detail what went wrong this time; never holds a secret, a code or a token
     */
    public Problem because(String detail) {
        return new Problem(this, detail);
    }

    /** The type with this slug, if there is one. */
    public static Optional<ProblemType> bySlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }
}
