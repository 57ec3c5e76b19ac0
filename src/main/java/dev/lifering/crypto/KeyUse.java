package dev.lifering.crypto;

import java.util.Map;

/** Something that keeps rows which need a key to be read or checked. */
public interface KeyUse {

    /** What the rows are, for a metric's label. */
    String rows();

    /** What those keys are for. */
    KeyPurpose purpose();

    /** How many rows need which key; keys that no row needs are left out. */
    Map<String, Long> rowsByKeyId();
}
