package dev.lifering.torture;

import java.util.function.Consumer;

/** One promise, held against the evidence. */
interface Check {
    void hold(Evidence evidence, Consumer<Breach> found);
}
