package dev.lifering.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What mails say, in English; the other languages are in {@code messages/}. */
@MessageBundle("mail")
interface MailWords {

    @Message("Hello {name},")
    String hello(String name);

    @Message("Hello,")
    String helloThere();

    @Message("{date} at {time} UTC")
    String moment(String date, String time);

    @Message("You receive this message because it concerns the second factor of your account.")
    String whyYours();

    @Message("You receive this message because you are an administrator of the account.")
    String whyAdministrator();

    @Message("You receive this message because it concerns your account, or one that you administer.")
    String whyConcerned();

    @Message("If this was not you, change your password now and tell an administrator of your account.")
    String notYou();

    @Message("If the button does not work, copy this address into your browser:")
    String copyAddress();

    @Message("This message was sent automatically. Neither Support nor an administrator will ever ask you for a code.")
    String automatic();

    @Message("Your recovery link")
    String linkSubject();

    @Message("An administrator or Support has sent you a link to set up your two-factor authentication again. It works"
            + " once, until {until}, and only together with your password. Using it disables your previous authenticator"
            + " and backup codes.")
    String linkText(String until);

    @Message("Set up two-factor authentication again")
    String linkButton();

    @Message("If you did not ask for help, do not use the link: as long as nobody uses it, nothing changes. Tell an"
            + " administrator of your account, and change your password if you think that somebody knows it.")
    String linkNotYou();

    @Message("A user asks for a recovery link")
    String requestedSubject();

    @Message(
            "{who} cannot pass two-factor authentication any more and asks for a recovery link. You can send it from the"
                    + " list of users.")
    String requestedText(String who);

    @Message("Open the list of users")
    String requestedButton();

    @Message(
            "Make sure that the request is real, with a call for instance, before you send a link. If it is not, somebody"
                    + " may know this user's password: have it changed.")
    String requestedNotYou();

    @Message("Two-factor authentication is on")
    String enabledSubject();

    @Message(
            "Two-factor authentication is on for your account. From now on you need a code of your authenticator app to"
                    + " sign in, or one of your backup codes. Keep those in a safe place.")
    String enabledText();

    @Message("Two-factor authentication is off")
    String switchedOffSubject();

    @Message(
            "Two-factor authentication was switched off for your account. Your authenticators and backup codes do not work"
                    + " any more. You can set it up again at any time.")
    String switchedOffText();

    @Message("An authenticator was added")
    String addedSubject();

    @Message("The authenticator “{label}” was added to your account. You need do nothing.")
    String addedText(String label);

    @Message("An authenticator was renamed")
    String renamedSubject();

    @Message("An authenticator of your account is called “{label}” now. You need do nothing.")
    String renamedText(String label);

    @Message("An authenticator was removed")
    String removedSubject();

    @Message("The authenticator “{label}” was removed from your account. Its codes do not work any more.")
    String removedText(String label);

    @Message("You have new backup codes")
    String codesReplacedSubject();

    @Message(
            "New backup codes ({label}) took the place of the old ones. Throw the old ones away; they do not work any more.")
    String codesReplacedText(String label);

    @Message("A backup code was used")
    String codeUsedSubject();

    @Message("A backup code of the set {label} was used. Codes left: {remaining}.")
    String codeUsedText(String label, int remaining);

    @Message("Your backup codes are running low")
    String codesLowSubject();

    @Message("Make new backup codes soon, so that you do not lock yourself out.")
    String codesLowText();

    @Message("Too many wrong codes")
    String lockedSubject();

    @Message(
            "There were too many wrong codes for your account, so no code is accepted until {until}. Wait, then try again."
                    + " Recovery links work in the meantime.")
    String lockedText(String until);

    @Message(
            "There were so many wrong codes for your account that no code is accepted any more. Ask an administrator of"
                    + " your account for a recovery link; if you are its only administrator, contact Support.")
    String blockedText();

    @Message(
            "If these attempts were not yours, somebody may know your password: change it now and tell an administrator of"
                    + " your account.")
    String lockedNotYou();

    @Message("A device is trusted now")
    String deviceTrustedSubject();

    @Message("The device “{label}” is trusted: signing in on it needs no code until {until}. You can end that in the"
            + " settings of your account at any time.")
    String deviceTrustedText(String label, String until);

    @Message("A device is not trusted any more")
    String deviceReplayedSubject();

    @Message(
            "Somebody presented what the device “{label}” had used before, so it may have been copied. The device is not"
                    + " trusted any more: signing in on it needs a code.")
    String deviceReplayedText(String label);

    @Message(
            "If you have restored the device from a backup, you need do nothing. If not, somebody else may have used it:"
                    + " change your password, and tell an administrator of your account.")
    String deviceReplayedNotYou();

    @Message("Your two-factor authentication was reset")
    String resetSubject();

    @Message(
            "A recovery link was used for your account. Your previous authenticators and backup codes do not work any more."
                    + " Save the new backup codes and set up an authenticator again.")
    String resetText();

    @Message("This wasn't me")
    String resetButton();

    @Message(
            "If this was not you, press the button before {until}. It brings back what you had, ends what was set up since,"
                    + " and tells your administrators. Then change your password: somebody knows it.")
    String resetNotYou(String until);

    @Message("A user's two-factor authentication was reset")
    String othersResetSubject();

    @Message("{who} has used a recovery link and sets up two-factor authentication again. You need do nothing.")
    String othersResetText(String who);

    @Message(
            "If you think that it was somebody else, contact {who} at once: the mail to the user has a link that undoes the"
                    + " reset for 72 hours.")
    String othersResetNotYou(String who);

    @Message("The reset was undone")
    String undoneSubject();

    @Message(
            "The reset of your two-factor authentication was undone. Your previous authenticators and backup codes work"
                    + " again; what was set up since does not. Change your password now: whoever used the link knew it.")
    String undoneText();

    @Message("If you did not undo it, somebody reads your mailbox. Tell an administrator of your account.")
    String undoneNotYou();

    @Message("A reset was reported as unwanted")
    String othersUndoneSubject();

    @Message(
            "{who} says that the reset of the second factor was somebody else's doing, and has undone it. Somebody may know"
                    + " the password of {who}: have it changed, and look at the audit trail.")
    String othersUndoneText(String who);

    @Message("If you doubt the report, call {who} before you send another recovery link.")
    String othersUndoneNotYou(String who);

    @Message("Support has opened a recovery case")
    String caseOpenedSubject();

    @Message(
            "Support was asked to help {who} back into the account, and now checks who is asking. You need do nothing if this"
                    + " is right.")
    String caseOpenedText(String who);

    @Message("A recovery case was approved")
    String caseApprovedSubject();

    @Message("Support has checked who is asking and approved the recovery of {who}. A recovery link will be mailed on"
            + " {linkAt}. You need do nothing if this is right.")
    String caseApprovedText(String who, String linkAt);

    @Message("Stop this recovery")
    String caseButton();

    @Message("If nobody should recover this account, press the button: it ends the case at once.")
    String caseNotYou();

    @Message("A recovery case has ended")
    String caseEndedSubject();

    @Message("The recovery case for {who} was cancelled. No recovery link is sent.")
    String caseCancelledText(String who);

    @Message("The recovery case for {who} has ended, because another administrator of the account is able to help. That"
            + " administrator can send a recovery link.")
    String caseAdministratorText(String who);

    @Message(
            "The recovery case for {who} has ended, because a recovery is not needed any more. No recovery link is sent.")
    String caseNotNeededText(String who);

    @Message("The recovery case for {who} has ended, because it was not approved in time. No recovery link is sent.")
    String caseExpiredText(String who);

    @Message("If help is still needed, contact Support again.")
    String caseEndedNotYou();
}
