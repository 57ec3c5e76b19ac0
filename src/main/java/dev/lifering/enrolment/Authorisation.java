package dev.lifering.enrolment;

/** What allowed an enrolment to start (rule E5). */
enum Authorisation {
    /** 2FA was off; good only as long as it is. */
    NONE(false),
    /** A code of an authenticator. */
    AUTHENTICATOR(false),
    /** A backup code; whoever proves one may replace his authenticator (rule E7). */
    BACKUP_CODE(true),
    /** A recovery session, which stands in for codes that are lost or spent. */
    RECOVERY_SESSION(true);

    private final boolean replaces;

    Authorisation(boolean replaces) {
        this.replaces = replaces;
    }

    /** Whether the new authenticator may take the place of one when the user has as many as the policy allows. */
    boolean mayReplace() {
        return replaces;
    }
}
