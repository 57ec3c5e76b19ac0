package dev.lifering.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter, ready for the two layouts: what happened and what to do, a button, what to do if it was not the reader, and why
 * he gets it.
 *
 * @param language a BCP 47 tag
 * @param notYou what to do if the reader did not do or want it
 */
record Page(
        String language,
        String subject,
        String greeting,
        List<String> paragraphs,
        @Nullable Button button,
        String notYou,
        String why,
        Fixed fixed) {

    /** Leads somewhere. */
    record Button(String label, String address) {

        /** Never shows the address, which may end with a token. */
        @Override
        public String toString() {
            return "Button[" + label + "]";
        }
    }

    /** What every mail says. */
    record Fixed(String copyAddress, String automatic) {}
}
