package dev.lifering.problem;

/**
 * One value that breaks a rule.
 *
 * @param field where it is: a JSON field ({@code resellerId}), a path or a query parameter
 * @param message the rule, in words; never the refused value itself
 */
public record Violation(String field, String message) {}
