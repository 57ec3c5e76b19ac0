package dev.lifering.supportcase;

import dev.lifering.audit.Doer;
import org.jspecify.annotations.Nullable;

/**
 * How a case ends, at whose hands.
 *
 * @param because in that person's words; null when he gave none
 */
record End(CaseEnding how, @Nullable String because, Doer by) {}
