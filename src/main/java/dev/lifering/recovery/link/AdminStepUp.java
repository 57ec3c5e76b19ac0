package dev.lifering.recovery.link;

/** What an administrator proves of himself before he sends a recovery link. */
enum AdminStepUp {
    /** His token is enough. */
    NONE,
    /** His token must say that he signed in with a second factor (claim {@code amr}, RFC 8176 §2). */
    AMR,
    /** He sends a current code of his own with the call. */
    CODE
}
