package dev.lifering.accountpolicy;

import java.time.Instant;

/**
 * A change of an account's policy that nobody has made yet.
 *
 * @param before the policy in force
 * @param after the policy that would be in force
 * @param at when the change would be made
 */
public record ProposedPolicy(String accountId, Policy before, Policy after, Instant at) {}
