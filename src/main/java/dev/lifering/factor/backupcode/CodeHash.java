package dev.lifering.factor.backupcode;

import dev.lifering.crypto.Secret;

/** What is kept of a backup code. The comparison of two hashes takes the same time whether they are equal or not. */
record CodeHash(String pepperKeyId, Secret salt, int iterations, Secret hash) {}
