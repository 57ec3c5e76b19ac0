package dev.lifering.factor;

import dev.lifering.audit.Fact;
import java.time.Instant;

/**
 * One check of a code that is about to happen.
 *
 * @param standing the user's, locked in this transaction
 * @param method what is being checked
 * @param fact what to record of it; outcome and reason are filled in when they are known
 */
public record Trial(Standing standing, Method method, Fact fact, Instant now) {}
