package dev.lifering.overview;

/** What a login of a user needs beyond the first factor. */
public enum LoginDemand {
    /** A second factor has to be proved. */
    REQUIRED,
    /** There is none yet, and the time to set one up is over: no login without setting it up. */
    ENROLMENT_REQUIRED,
    /** There is none yet, and it is to be set up in time; until then a login needs no more. */
    ENROLMENT_DUE,
    /** Nothing. */
    NONE;

    /** Whether the account demands a second factor that is not there. */
    boolean isToEnrol() {
        return this == ENROLMENT_REQUIRED || this == ENROLMENT_DUE;
    }
}
