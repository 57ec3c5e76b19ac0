package dev.lifering.runtime;

import java.util.Locale;

/**
 * One setting that is missing or too weak to start with.
 *
 * @param property the name of the setting
 * @param problem what is wrong with it
 * @param remedy what to set
 */
record Finding(String property, String problem, String remedy) {
    private static final String NOT_SET = "is not set";

    static Finding missing(String property, String remedy) {
        return new Finding(property, NOT_SET, remedy);
    }

    boolean isMissing() {
        return problem.equals(NOT_SET);
    }

    /** The environment variable that sets the property, by the rule of MicroProfile Config. */
    String environmentVariable() {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return property + " (" + environmentVariable() + ") " + problem + ".\n      " + remedy;
    }
}
