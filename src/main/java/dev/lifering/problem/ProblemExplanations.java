package dev.lifering.problem;

/** What each problem means and what to do about it, in the words of the page {@code /problems/<name>}. */
final class ProblemExplanations {
    private ProblemExplanations() {}

    static String of(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST ->
                "The body is not the JSON that this call takes: a syntax error, an unknown or repeated field, a value of"
                        + " the wrong type, or text after the end. Correct the body; nothing was changed.";
            case INVALID_REQUEST ->
                "The request was read, but a value breaks a rule. The member violations names each field and its rule.";
            case UNAUTHENTICATED ->
                "The call carries no bearer token, or one that is expired, signed by another key, or meant for another"
                        + " issuer or audience. Sign in again and repeat the call.";
            case FORBIDDEN ->
                "The token is valid, but none of its roles grants this call. Role names count in exact spelling only, and"
                        + " a token that carries the role reseller never has the rights of service or support.";
            case ACCOUNT_CLAIM_MISSING ->
                "The call is about an account, and the token lacks the claim that names it (account_id unless configured"
                        + " otherwise). The identity provider must issue it.";
            case SECOND_FACTOR_REQUIRED ->
                "Changing a second factor that is switched on needs proof of it in the same request: send code, a current"
                        + " code of an authenticator or a backup code. A password alone never binds an authenticator.";
            case RECOVERY_SESSION_INVALID ->
                "The recovery session is unknown, over, used, or belongs to somebody else. It lives 15 minutes and ends"
                        + " with the authenticator it was given for.";
            case RESELLER_CANNOT_RESET ->
                "Nobody who acts for a reseller can send, list or revoke recovery links for users of the reseller's"
                        + " customers, whatever other roles the token holds. An administrator of the customer's own account"
                        + " can; where there is none, contact Support.";
            case CANNOT_RECOVER_YOURSELF ->
                "A recovery link is always sent by somebody else: another administrator of the account or, where there is"
                        + " none, Support.";
            case LINK_OF_ANOTHER_USER ->
                "A recovery link works only together with the first factor of the user it was sent to. Sign in as that user;"
                        + " the link is still good.";
            case SECOND_AGENT_REQUIRED ->
                "A support case is approved by an agent who neither opened it nor recorded an identity check of it.";
            case NOT_FOUND ->
                "The address is wrong, or what it names does not exist, or it is not yours to know about. The answer is"
                        + " the same in each case.";
            case ACCOUNT_UNKNOWN ->
                "The account has not been provisioned. A service of the platform creates it with"
                        + " PUT /v1/accounts/{accountId}.";
            case METHOD_NOT_ALLOWED ->
                "The address exists, but not for this HTTP method. The header Allow or the OpenAPI document names the ones"
                        + " it takes.";
            case NOT_ACCEPTABLE -> "The header Accept asks for a media type that this call cannot give.";
            case ALREADY_ELSEWHERE ->
                "A user has one home account. Erase the user there first if the person really moved.";
            case ACCOUNT_HAS_CUSTOMERS ->
                "A reseller account cannot be erased or change its kind while customer accounts name it.";
            case RESELLER_UNKNOWN -> "resellerId must name an account of kind reseller that exists.";
            case USER_NOT_PROVISIONED ->
                "The user is not in the directory yet, and this token cannot vouch for a home account: it carries the role"
                        + " reseller but names an account that is not a reseller. A service must provision the user.";
            case USER_INACTIVE -> "The platform has switched this user off; the second factor stays as it is.";
            case MANAGED_BY_SSO ->
                "The account signs this user in through an identity provider that brings its own second factor.";
            case NOT_ENROLLED ->
                "There is nothing to verify or to change until the user has set up an authenticator and acknowledged the"
                        + " backup codes.";
            case EMAIL_MISSING ->
                "A recovery link can only be mailed, and the directory knows no address of this user. A service of the"
                        + " platform sets it with PUT /v1/accounts/{accountId}/users/{userId}.";
            case LINK_NOT_LIVE ->
                "The link was used, has expired, was replaced by a newer one or was revoked; the member state says which. Ask"
                        + " an administrator of the account for another.";
            case UNDO_OVER ->
                "A reset can be undone once, and within 72 hours. Afterwards what it disabled has been erased. Ask an"
                        + " administrator of the account for a recovery link.";
            case ADMINISTRATOR_AVAILABLE ->
                "Support only steps in where no administrator of the account can. Another administrator is active and able"
                        + " to pass the second factor, and can send the recovery link.";
            case CASE_ALREADY_OPEN -> "A user has one support case at a time. Go on with that one, or cancel it first.";
            case CASE_NOT_OPEN ->
                "The case was approved, cancelled, refused or ended already; the member state says which.";
            case IDENTITY_CHECKS_MISSING ->
                "A support case can be approved when at least two identity checks of different methods were passed, and no"
                        + " method's latest check failed.";
            case ENROLMENT_OVER ->
                "The enrolment expired after 10 minutes, was confirmed already, or was replaced. Start a new one.";
            case TOO_MANY_AUTHENTICATORS ->
                "The policy of the account limits how many authenticators a user has. Remove one first.";
            case LAST_FACTOR ->
                "It is the last authenticator, and no backup code is left. Make new backup codes first, or switch"
                        + " two-factor authentication off.";
            case SET_NOT_PENDING ->
                "The set was acknowledged before, replaced by a newer one, or not acknowledged within 30 minutes. If the"
                        + " codes were not acknowledged, make new ones.";
            case MANDATORY ->
                "The policy of the account makes two-factor authentication mandatory, so it cannot be switched off.";
            case TOO_LARGE -> "The body is larger than this call takes.";
            case ADDRESS_TOO_LONG ->
                "The address with its query has more than 8192 characters. No call of this service needs so many.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "The header Content-Type names a format that this call does not take; most take application/json.";
            case CODE_REJECTED ->
                "The code is wrong, was used before, or is too old. attemptsRemaining says how many further wrong codes are"
                        + " taken before the second factor locks for a while.";
            case CODE_MALFORMED ->
                "The input cannot be a code: a symbol is missing, doubled or mistyped. It was not counted as an attempt.";
            case DEVICE_REJECTED ->
                "The token is unknown, expired, revoked or was used before, or the account allows no trusted devices. The"
                        + " answer is the same in each case. Ask the user for a code.";
            case IDEMPOTENCY_KEY_REUSED ->
                "The same Idempotency-Key came with another body within ten minutes. Take a fresh key, such as a random"
                        + " UUID, for each request, and send it again only with the same body.";
            case PROOF_REQUIRED ->
                "The policy of the account asks for proof that the codes were saved: send proof, one code of the set. It"
                        + " is not spent.";
            case LOCKED ->
                "After five wrong codes in a row each further one locks the second factor for longer, up to 15 minutes;"
                        + " after 100 in a row it stays locked until recovery (member blocked). retryAfter, in seconds, and"
                        + " the header Retry-After say when the next code is looked at.";
            case TOO_MANY_LINKS ->
                "A user is sent at most three recovery links in 24 hours. retryAfter, in seconds, and the header Retry-After"
                        + " say when the next one may be sent.";
            case HEADERS_TOO_LARGE ->
                "All headers together have more than 16 KiB. Most often cookies have piled up, or a token carries too much.";
            case INTERNAL_ERROR -> "The request was not carried out. The request id leads the operator to the cause.";
            case UNAVAILABLE ->
                "The service or its database cannot answer at the moment. Repeat the call after the time in Retry-After.";
            case OVERLOADED ->
                "This replica is answering as many requests as it may at once, and has not looked at this one: nothing was"
                        + " changed. Repeat the call after the time in Retry-After.";
        };
    }
}
