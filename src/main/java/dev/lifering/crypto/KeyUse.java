package dev.lifering.crypto;

import java.util.Map;

/** Something that keeps rows which need a key to be read or checked. */
public interface KeyUse {

    /** What the rows are, for a metric's label. */
    String rows();

    /** How many rows need which key. */
    Map<String, Long> rowsByKeyId();
}
