package dev.lifering.torture;

/**
 * A promise that was broken.
 *
 * @param rule which
 * @param story who did what when, and what does not fit
 */
record Breach(String rule, String story) {}
