package dev.lifering.testing;

import java.util.List;

/**
 * What somebody has after setting up 2FA: the app on the phone, and the backup codes on paper.
 *
 * @param authenticatorId the id that the API knows the app by
 * @param setId the id of the backup code set
 * @param codes the backup codes, as they were shown
 */
public record Enrolled(Member member, AuthenticatorApp app, String authenticatorId, String setId, List<String> codes) {

    /** A backup code by its place in the list. */
    public String code(int index) {
        return codes.get(index);
    }
}
