package dev.lifering.model;

/** Another number for each thing that a command is about. */
interface Names {
    /** {@link Model#NONE} where there is no such thing. */
    int of(Class<? extends Thing> kind, int number);
}
