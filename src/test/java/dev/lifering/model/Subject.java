package dev.lifering.model;

import java.util.List;

/** One user, of the service or of a model, to whom a story happens. */
interface Subject {
    /** Second of the epoch. */
    long now();

    /** Lets time pass. */
    void pass(long seconds);

    /** Does this, all at the same time; the answers come in the same order. */
    List<Answer> send(List<Command> atOnce);

    /** How the second factor looks. */
    Seen look();

    /**
     * Gives a thing that came with one of the last answers the name that commands will know it by.
     *
     * @param answer the place of the answer
     * @param place the how-manieth thing of that answer it is
     */
    void name(int key, Class<? extends Thing> kind, int answer, int place);
}
