package dev.lifering.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every refusal that Lifering gives, with the HTTP status it travels under and the words that explain it.
 *
 * <p>Wrong, used and unknown codes share one entry on purpose: only the audit trail knows which it was.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            "malformed-request",
            400,
            "The request could not be read",
            "The body is not the JSON that this call takes: a syntax error, an unknown or repeated field, a value of"
                    + " the wrong type, or text after the end. Correct the body; nothing was changed."),
    INVALID_REQUEST(
            "invalid-request",
            400,
            "The request is not valid",
            "The request was read, but a value breaks a rule. The member violations names each field and its rule."),
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "A valid token is required",
            "The call carries no bearer token, or one that is expired, signed by another key, or meant for another"
                    + " issuer or audience. Sign in again and repeat the call."),
    FORBIDDEN(
            "forbidden",
            403,
            "This token may not do that",
            "The token is valid, but none of its roles grants this call. Role names count in exact spelling only, and"
                    + " a token that carries the role reseller never has the rights of service or support."),
    ACCOUNT_CLAIM_MISSING(
            "account-claim-missing",
            403,
            "The token names no account",
            "The call is about an account, and the token lacks the claim that names it (account_id unless configured"
                    + " otherwise). The identity provider must issue it."),
    SECOND_FACTOR_REQUIRED(
            "second-factor-required",
            403,
            "A fresh second factor is required",
            "Changing a second factor that is switched on needs proof of it in the same request: send code, a current"
                    + " code of an authenticator or a backup code. A password alone never binds an authenticator."),
    RECOVERY_SESSION_INVALID(
            "recovery-session-invalid",
            403,
            "The recovery session is not live",
            "The recovery session is unknown, over, used, or belongs to somebody else. It lives 15 minutes and ends"
                    + " with the authenticator it was given for."),
    RESELLER_CANNOT_RESET(
            "reseller-cannot-reset",
            403,
            "Resellers cannot reset the second factor of their customers",
            "Nobody who acts for a reseller can send, list or revoke recovery links for users of the reseller's"
                    + " customers, whatever other roles the token holds. An administrator of the customer's own account"
                    + " can; where there is none, contact Support."),
    CANNOT_RECOVER_YOURSELF(
            "cannot-recover-yourself",
            403,
            "Nobody recovers himself",
            "A recovery link is always sent by somebody else: another administrator of the account or, where there is"
                    + " none, Support."),
    LINK_OF_ANOTHER_USER(
            "link-of-another-user",
            403,
            "The recovery link is for somebody else",
            "A recovery link works only together with the first factor of the user it was sent to. Sign in as that user;"
                    + " the link is still good."),
    SECOND_AGENT_REQUIRED(
            "second-agent-required",
            403,
            "Another agent must approve",
            "A support case is approved by an agent who neither opened it nor recorded an identity check of it."),
    NOT_FOUND(
            "not-found",
            404,
            "There is no such thing here",
            "The address is wrong, or what it names does not exist, or it is not yours to know about. The answer is"
                    + " the same in each case."),
    ACCOUNT_UNKNOWN(
            "account-unknown",
            404,
            "The account is not known",
            "The account has not been provisioned. A service of the platform creates it with"
                    + " PUT /v1/accounts/{accountId}."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "The address does not take this method",
            "The address exists, but not for this HTTP method. The header Allow or the OpenAPI document names the ones"
                    + " it takes."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "No such representation",
            "The header Accept asks for a media type that this call cannot give."),
    ALREADY_ELSEWHERE(
            "already-elsewhere",
            409,
            "The user belongs to another account",
            "A user has one home account. Erase the user there first if the person really moved."),
    ACCOUNT_HAS_CUSTOMERS(
            "account-has-customers",
            409,
            "The reseller still has customers",
            "A reseller account cannot be erased or change its kind while customer accounts name it."),
    RESELLER_UNKNOWN(
            "reseller-unknown",
            409,
            "The reseller is not known",
            "resellerId must name an account of kind reseller that exists."),
    USER_NOT_PROVISIONED(
            "user-not-provisioned",
            409,
            "The user cannot be created from this token",
            "The user is not in the directory yet, and this token cannot vouch for a home account: it carries the role"
                    + " reseller but names an account that is not a reseller. A service must provision the user."),
    USER_INACTIVE(
            "user-inactive",
            409,
            "The user is not active",
            "The platform has switched this user off; the second factor stays as it is."),
    MANAGED_BY_SSO(
            "managed-by-sso",
            409,
            "The second factor is managed elsewhere",
            "The account signs this user in through an identity provider that brings its own second factor."),
    NOT_ENROLLED(
            "not-enrolled",
            409,
            "The user has no second factor",
            "There is nothing to verify or to change until the user has set up an authenticator and acknowledged the"
                    + " backup codes."),
    EMAIL_MISSING(
            "email-missing",
            409,
            "The user has no e-mail address",
            "A recovery link can only be mailed, and the directory knows no address of this user. A service of the"
                    + " platform sets it with PUT /v1/accounts/{accountId}/users/{userId}."),
    LINK_NOT_LIVE(
            "link-not-live",
            409,
            "The recovery link is not live",
            "The link was used, has expired, was replaced by a newer one or was revoked; the member state says which. Ask"
                    + " an administrator of the account for another."),
    UNDO_OVER(
            "undo-over",
            409,
            "The reset cannot be undone any more",
            "A reset can be undone once, and within 72 hours. Afterwards what it disabled has been erased. Ask an"
                    + " administrator of the account for a recovery link."),
    ADMINISTRATOR_AVAILABLE(
            "administrator-available",
            409,
            "An administrator of the account can help",
            "Support only steps in where no administrator of the account can. Another administrator is active and able"
                    + " to pass the second factor, and can send the recovery link."),
    CASE_ALREADY_OPEN(
            "case-already-open",
            409,
            "There is a support case for this user already",
            "A user has one support case at a time. Go on with that one, or cancel it first."),
    CASE_NOT_OPEN(
            "case-not-open",
            409,
            "The support case does not allow that any more",
            "The case was approved, cancelled, refused or ended already; the member state says which."),
    IDENTITY_CHECKS_MISSING(
            "identity-checks-missing",
            409,
            "The identity has not been established",
            "A support case can be approved when at least two identity checks of different methods were passed, and no"
                    + " method's latest check failed."),
    ENROLMENT_OVER(
            "enrolment-over",
            409,
            "The enrolment is over",
            "The enrolment expired after 10 minutes, was confirmed already, or was replaced. Start a new one."),
    TOO_MANY_AUTHENTICATORS(
            "too-many-authenticators",
            409,
            "No further authenticator may be added",
            "The policy of the account limits how many authenticators a user has. Remove one first."),
    LAST_FACTOR(
            "last-factor",
            409,
            "That would lock the user out",
            "It is the last authenticator, and no backup code is left. Make new backup codes first, or switch"
                    + " two-factor authentication off."),
    SET_NOT_PENDING(
            "set-not-pending",
            409,
            "The backup codes do not wait for an acknowledgement",
            "The set was acknowledged before, replaced by a newer one, or not acknowledged within 30 minutes. If the"
                    + " codes were not acknowledged, make new ones."),
    MANDATORY(
            "mandatory",
            409,
            "The account demands a second factor",
            "The policy of the account makes two-factor authentication mandatory, so it cannot be switched off."),
    TOO_LARGE("too-large", 413, "The request is too large", "The body or a header is larger than this service takes."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "The media type is not supported",
            "The header Content-Type names a format that this call does not take; most take application/json."),
    CODE_REJECTED(
            "code-rejected",
            422,
            "The code is not accepted",
            "The code is wrong, was used before, or is too old. attemptsRemaining says how many further wrong codes are"
                    + " taken before the second factor locks for a while."),
    CODE_MALFORMED(
            "code-malformed",
            422,
            "The code has a typing error",
            "The input cannot be a code: a symbol is missing, doubled or mistyped. It was not counted as an attempt."),
    PROOF_REQUIRED(
            "proof-required",
            422,
            "One of the new codes must be typed back",
            "The policy of the account asks for proof that the codes were saved: send proof, one code of the set. It"
                    + " is not spent."),
    LOCKED(
            "locked",
            429,
            "Too many wrong codes",
            "After five wrong codes in a row each further one locks the second factor for longer, up to 15 minutes;"
                    + " after 100 in a row it stays locked until recovery (member blocked). retryAfter, in seconds, and"
                    + " the header Retry-After say when the next code is looked at."),
    TOO_MANY_LINKS(
            "too-many-links",
            429,
            "Too many recovery links",
            "A user is sent at most three recovery links in 24 hours. retryAfter, in seconds, and the header Retry-After"
                    + " say when the next one may be sent."),
    INTERNAL_ERROR(
            "internal-error",
            500,
            "Something went wrong on our side",
            "The request was not carried out. The request id leads the operator to the cause."),
    UNAVAILABLE(
            "unavailable",
            503,
            "Not available right now",
            "The service or its database cannot answer at the moment. Repeat the call after the time in Retry-After.");

    /** What {@code type} starts with in every problem document. */
    public static final String URN_PREFIX = "urn:lifering:problem:";

    private final String slug;
    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(String slug, int status, String title, String explanation) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.explanation = explanation;
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
        return explanation;
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
