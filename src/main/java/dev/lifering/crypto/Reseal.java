package dev.lifering.crypto;

/** Something that keeps sealed rows and can bring them to the current key. */
public interface Reseal {

    /**
     * Seals up to {@code limit} rows again that an older key sealed, in a transaction of its own.
     *
     * @return how many it was; fewer than {@code limit} means that none is left
     */
    int resealSome(int limit);
}
