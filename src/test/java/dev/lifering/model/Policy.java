package dev.lifering.model;

/** What the account demands. */
record Policy(boolean mandatory, int maxAuthenticators, boolean proof) {
    /** Few, so that a story comes to the last one. */
    static final int BACKUP_CODES = 8;

    static final Policy PLAIN = new Policy(false, 5, false);

    @Override
    public String toString() {
        return "at most " + maxAuthenticators + " authenticators"
                + (proof ? ", codes are typed back" : "")
                + (mandatory ? ", 2FA is mandatory" : "");
    }
}
