package dev.lifering.audit;

/** How a deed ended. */
public enum Outcome {
    SUCCESS,
    /** The code was wrong, used or unknown. */
    REJECTED,
    /** The second factor was locked; no code was looked at. */
    LOCKED
}
