package dev.lifering.provisioning;

/** The roles that the directory knows. */
public enum UserRole {
    ADMIN
}
