package dev.lifering.audit;

/** What can be done here, as the audit trail names it. */
public enum Deed {
    ACCOUNT_PROVISIONED("account.provisioned"),
    ACCOUNT_ERASED("account.erased"),
    POLICY_CHANGED("account.policy_changed"),
    USER_PROVISIONED("user.provisioned"),
    USER_ERASED("user.erased"),
    ENROLMENT_STARTED("enrolment.started"),
    ENROLMENT_CONFIRMED("enrolment.confirmed"),
    ENROLMENT_CANCELLED("enrolment.cancelled"),
    SECOND_FACTOR_ENABLED("second_factor.enabled"),
    SECOND_FACTOR_SWITCHED_OFF("second_factor.switched_off"),
    AUTHENTICATOR_ADDED("authenticator.added"),
    AUTHENTICATOR_IMPORTED("authenticator.imported"),
    AUTHENTICATOR_RENAMED("authenticator.renamed"),
    AUTHENTICATOR_REMOVED("authenticator.removed"),
    BACKUP_CODES_ISSUED("backup_codes.issued"),
    BACKUP_CODES_IMPORTED("backup_codes.imported"),
    BACKUP_CODES_PROVED("backup_codes.proved"),
    BACKUP_CODES_ACKNOWLEDGED("backup_codes.acknowledged"),
    VERIFICATION("verification"),
    LOCKOUT("lockout"),
    TRUSTED_DEVICE_ADDED("trusted_device.added"),
    TRUSTED_DEVICE_USED("trusted_device.used"),
    TRUSTED_DEVICE_REVOKED("trusted_device.revoked"),
    TRUSTED_DEVICE_REPLAYED("trusted_device.replayed"),
    RECOVERY_SESSION_OPENED("recovery_session.opened"),
    RECOVERY_REQUESTED("recovery.requested"),
    RECOVERY_LINK_SENT("recovery_link.sent"),
    RECOVERY_LINK_REVOKED("recovery_link.revoked"),
    RECOVERY_LINK_REDEEMED("recovery_link.redeemed"),
    SECOND_FACTOR_RESET("second_factor.reset"),
    SECOND_FACTOR_RESET_UNDONE("second_factor.reset_undone"),
    SUPPORT_CASE_OPENED("support_case.opened"),
    SUPPORT_CASE_IDENTITY_CHECKED("support_case.identity_checked"),
    SUPPORT_CASE_APPROVED("support_case.approved"),
    SUPPORT_CASE_CANCELLED("support_case.cancelled"),
    SUPPORT_CASE_REFUSED("support_case.refused"),
    AUDIT_EXPORTED("audit.exported"),
    READINESS_FELL("account.readiness_fell"),
    WEBHOOKS_REPLAYED("webhooks.replayed");

    private final String wireName;

    Deed(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
