package dev.lifering.supportcase;

import dev.lifering.http.Cursor;
import dev.lifering.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows cases to agents. */
@ApplicationScoped
class CaseReading {
    private final SupportCases cases;
    private final IdentityChecks checks;

    CaseReading(SupportCases cases, IdentityChecks checks) {
        this.cases = cases;
        this.checks = checks;
    }

    /** The case, or the refusal {@code not-found}. */
    SupportCaseView one(UUID id) {
        return view(cases.findByIdOptional(id).orElseThrow(Matters::notFound));
    }

    /** Newest first. */
    Page<SupportCaseView> page(@Nullable CaseState state, @Nullable String cursor, int limit) {
        List<SupportCaseEntity> found = cases.page(state, Cursor.before(cursor), limit + 1);
        List<SupportCaseEntity> shown = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, List<IdentityCheckEntity>> recorded =
                checks.of(shown.stream().map(one -> one.id).toList());
        String next = found.size() > limit ? Cursor.of(shown.get(limit - 1).id.toString()) : null;
        return new Page<>(
                shown.stream()
                        .map(one -> SupportCaseView.of(one, recorded.getOrDefault(one.id, List.of())))
                        .toList(),
                next);
    }

    SupportCaseView view(SupportCaseEntity row) {
        return SupportCaseView.of(row, checks.of(row.id));
    }
}
