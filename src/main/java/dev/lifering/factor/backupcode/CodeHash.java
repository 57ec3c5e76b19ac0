package dev.lifering.factor.backupcode;

/** What is kept of a backup code. */
record CodeHash(String pepperKeyId, byte[] salt, int iterations, byte[] hash) {}
