package dev.lifering.accountpolicy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AccountPolicies implements PanacheRepositoryBase<AccountPolicyEntity, String> {}
