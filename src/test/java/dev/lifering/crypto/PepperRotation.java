package dev.lifering.crypto;

/** The peppers of a key set before and after it was rotated, for tests of what is hashed with them. */
public record PepperRotation(Peppers before, Peppers after) {

    public static PepperRotation fresh() {
        KeySet keys = Keys.fresh();
        return new PepperRotation(new Peppers(keys), new Peppers(keys.rotated(Keys.RANDOM, Keys.NOW)));
    }
}
