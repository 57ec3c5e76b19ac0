package dev.lifering.audit;

/** Hears of facts in the transaction that writes them down, so that it keeps what it makes of them exactly when they are kept. */
public interface FactListener {

    /**
     * Whether it must hear of each login with a code of an app. Those write their fact by a statement of their own, which
     * tells nobody, unless somebody says so here.
     */
    boolean hearsOfLogins();

    /** The fact is being written. What this throws undoes the deed. */
    void recorded(Draft draft);
}
