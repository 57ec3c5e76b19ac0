package dev.lifering.recovery.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What becomes of a call for help. It names nobody: whoever asks may have no more than a stolen password.
 *
 * @param message the same for people to read
 */
@Schema(description = "Who can help. The answer names nobody.")
public record RecoveryRequestView(Way way, String message) {

    static RecoveryRequestView of(Way way) {
        return new RecoveryRequestView(
                way,
                switch (way) {
                    case ADMINISTRATOR ->
                        "The administrators of the account were asked by mail to send a recovery link.";
                    case SUPPORT -> "No administrator of the account is able to help. Contact Support.";
                });
    }
}
