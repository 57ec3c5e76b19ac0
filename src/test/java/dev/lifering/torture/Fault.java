package dev.lifering.torture;

/** What can happen to an installation. */
enum Fault {
    KILL_REPLICA("kill -9 of a replica", 12, 0),
    KILL_POSTGRES("kill -9 of PostgreSQL", 12, 500),
    FREEZE_REPLICA("SIGSTOP of a replica", 11, 2500),
    FREEZE_POSTGRES("SIGSTOP of PostgreSQL", 11, 2500),
    EXHAUST_POOL("connection pools exhausted", 6, 6500),
    FILL_DISK("disk full at a write", 10, 1500),
    FILL_DISK_AT_COMMIT("disk full at the commit", 6, 1500),
    DROP_SMTP("mail server down", 8, 2500),
    SMTP_NOT_NOW("mail server answers 4xx", 6, 2000),
    SMTP_NEVER("mail server answers 5xx", 3, 1000),
    SMTP_HANG_UP("mail server hangs up after taking", 4, 1500),
    SLOW_NETWORK("slow network to PostgreSQL", 10, 2500),
    CUT_NETWORK("cut network to PostgreSQL", 9, 1500);

    private final String title;
    private final int weight;
    private final int longest;

    Fault(String title, int weight, int longest) {
        this.title = title;
        this.weight = weight;
        this.longest = longest;
    }

    String title() {
        return title;
    }

    /** How often it happens, in relation to the others. */
    int weight() {
        return weight;
    }

    /** How many milliseconds it lasts at most. */
    int longest() {
        return longest;
    }

    boolean isOfMail() {
        return this == DROP_SMTP || this == SMTP_NOT_NOW || this == SMTP_NEVER || this == SMTP_HANG_UP;
    }
}
