package dev.lifering.demo;

import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;

/** Which persona to be. */
public record TokenRequest(@NotNull @PlainText(max = 40) String persona) {}
