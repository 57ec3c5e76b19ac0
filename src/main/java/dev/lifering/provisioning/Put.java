package dev.lifering.provisioning;

/** What a put has kept, and whether it is new. */
record Put<T>(T kept, boolean created) {}
