package dev.lifering.supportcase;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a support case has become, for somebody who may not see more of it. */
@Schema(name = "SupportCaseStateView", description = "What a support case has become.")
public record CaseStateView(UUID id, CaseState state) {}
