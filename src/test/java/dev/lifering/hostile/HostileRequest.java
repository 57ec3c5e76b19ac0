package dev.lifering.hostile;

/**
 * One request to be sent.
 *
 * @param what for whoever has to find out why it was answered in another way
 * @param must what the answer has to be
 * @param alone whether it needs a connection of its own, as it may leave the connection in disorder
 */
public record HostileRequest(String what, Must must, boolean alone, byte[] bytes) {

    /** What the answer has to be. Whatever it is, it is never a 5xx and always well-formed. */
    public enum Must {
        /** A problem with a 4xx: nothing in the request may pass. */
        BE_REFUSED,
        /** Anything: the change may have made another right request. */
        BE_WELL_FORMED,
        /** It is no HTTP, so that it is cut off, or answered with a bare 4xx by the server below Lifering. */
        BE_CUT_OFF
    }

    public HostileRequest {
        bytes = bytes.clone();
    }

    static HostileRequest refused(String what, Draft draft) {
        return new HostileRequest(what, Must.BE_REFUSED, false, draft.bytes());
    }

    static HostileRequest perhaps(String what, Draft draft) {
        return new HostileRequest(what, Must.BE_WELL_FORMED, false, draft.bytes());
    }

    static HostileRequest cutOff(String what, Draft draft) {
        return new HostileRequest(what, Must.BE_CUT_OFF, true, draft.bytes());
    }

    HostileRequest onItsOwn() {
        return new HostileRequest(what, must, true, bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return what;
    }
}
