package dev.lifering.directory;

/** What a tenant of the platform is. */
public enum AccountKind {
    /** Looks after itself. */
    DIRECT,
    /** Sells to customers, and may read about their users, but never weaken their second factor. */
    RESELLER,
    /** Belongs to itself, but was brought by a reseller. */
    CUSTOMER
}
